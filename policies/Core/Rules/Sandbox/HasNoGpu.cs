using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Sandbox;

internal sealed class HasNoGpu() : WorkloadPolicy(new PolicyInfo
{
    Id = "sandbox-has-no-gpu",
    Title = "Sandboxes have no GPU",
    Why = "A GPU is a way to the driver of the node, and to what else is on it.",
    Severity = Severity.High,
    Types = [],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.OwaspAgentic("ASI05"), Framework.Atlas("AML.T0105"), Framework.Nist("SC-4")],
    Remediation = "Remove GPU resources and resource claims from the sandbox.",
    Good = ["""{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1", "resources": { "limits": { "cpu": "1" } } }] }"""],
    Bad = ["""{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1", "resources": { "limits": { "nvidia.com/gpu": "1" } } }] }""", """{ "runtimeClassName": "kata-vm-isolation", "containers": [{ "name": "a", "image": "r.example/a:1" }], "resourceClaims": [{ "name": "gpu" }] }"""],
})
{
    public override IEnumerable<Finding> Check(PodSpec pod) =>
        !ToolSandbox.Is(pod) ? [] : pod.Containers.SelectMany(container => container["resources.limits"].Members.Concat(container["resources.requests"].Members)).Where(entry => entry.Name.Contains("nvidia.com/", StringComparison.Ordinal) || entry.Name.Contains("amd.com/gpu", StringComparison.Ordinal)).Select(entry => entry.Field.Violation("not be in a sandbox"))
        .Concat(pod["resourceClaims"].Items.Select(claim => claim.Violation("not be in a sandbox")));
}
