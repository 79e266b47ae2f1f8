using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class NetworkPolicyIsOurs() : ResourcePolicy(new PolicyInfo
{
    Id = "sandbox-network-policy-is-ours",
    Title = "The network of sandboxes is what you wrote",
    Why = "The controller's own policy lets sandboxes reach the whole public internet on every port.",
    Severity = Severity.High,
    Types = ["kubernetes:extensions.agents.x-k8s.io/v1beta1:SandboxTemplate"],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.OwaspAgentic("ASI02"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.Atlas("AML.T0086")],
    Remediation = "Set networkPolicyManagement to Unmanaged and write the policy, or give networkPolicy.egress.",
    Good = ["""{ "spec": { "networkPolicyManagement": "Unmanaged" } }""", """{ "spec": { "networkPolicy": { "egress": [] } } }"""],
    Bad = ["""{ "spec": { } }""", """{ "spec": { "networkPolicyManagement": "Managed" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.networkPolicyManagement"].AsText == "Unmanaged" || !resource["spec.networkPolicy"].IsAbsent ? [] : resource["spec.networkPolicyManagement"].MustBe("Unmanaged");
}
