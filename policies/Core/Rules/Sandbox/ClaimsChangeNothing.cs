using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class ClaimsChangeNothing() : ResourcePolicy(new PolicyInfo
{
    Id = "sandbox-claims-change-nothing",
    Title = "Whoever claims a sandbox cannot change it",
    Why = "Variables and volumes that a claim brings are a way in for what the template keeps out.",
    Severity = Severity.Medium,
    Types = ["kubernetes:extensions.agents.x-k8s.io/v1beta1:SandboxTemplate"],
    Threats = [Threat.ToolExploitation],
    Controls = [Framework.OwaspAgentic("ASI03"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Set envVarsInjectionPolicy and volumeClaimTemplatesPolicy to Disallowed.",
    Corrections = [new("envVarsInjectionPolicy", "\"Disallowed\""), new("volumeClaimTemplatesPolicy", "\"Disallowed\"")],
    Good = ["""{ "spec": { "envVarsInjectionPolicy": "Disallowed", "volumeClaimTemplatesPolicy": "Disallowed" } }"""],
    Bad = ["""{ "spec": { "envVarsInjectionPolicy": "Allowed", "volumeClaimTemplatesPolicy": "Disallowed" } }""", """{ "spec": { "envVarsInjectionPolicy": "Disallowed" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.envVarsInjectionPolicy"].MustBe("Disallowed").Concat(resource["spec.volumeClaimTemplatesPolicy"].MustBe("Disallowed"));
}
