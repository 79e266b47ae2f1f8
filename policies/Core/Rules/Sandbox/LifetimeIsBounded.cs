using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class LifetimeIsBounded() : ResourcePolicy(new PolicyInfo
{
    Id = "sandbox-lifetime-is-bounded",
    Title = "Sandboxes do not live for ever",
    Why = "What took hold in a sandbox stays in it, and meets the next user.",
    Severity = Severity.High,
    Types = ["kubernetes:extensions.agents.x-k8s.io/v1beta1:SandboxTemplate", "kubernetes:agents.x-k8s.io/v1beta1:Sandbox"],
    Threats = [Threat.ToolExploitation, Threat.Disclosure],
    Controls = [Framework.OwaspAgentic("ASI10"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Set activeDeadlineSeconds in the pod, or shutdownTime of a Sandbox.",
    Good = ["""{ "spec": { "podTemplate": { "spec": { "activeDeadlineSeconds": 3600, "containers": [] } } } }""", """{ "spec": { "shutdownTime": "2026-12-01T00:00:00Z", "podTemplate": { "spec": { "containers": [] } } } }""", """{ "spec": { "lifecycle": { "shutdownTime": "2026-12-01T00:00:00Z" }, "podTemplate": { "spec": { "containers": [] } } } }"""],
    Bad = ["""{ "spec": { "podTemplate": { "spec": { "containers": [] } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["spec.shutdownTime"], resource["spec.lifecycle.shutdownTime"], resource["spec.lifecycle.ttlSecondsAfterFinished"] }.Any(field => !field.IsAbsent) ? [] : resource["spec.podTemplate.spec.activeDeadlineSeconds"].MustBeAtLeast(1);
}
