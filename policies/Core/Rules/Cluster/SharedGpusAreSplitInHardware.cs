using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SharedGpusAreSplitInHardware() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-shared-gpus-are-split-in-hardware",
    Title = "GPUs are shared by partitions, not by time",
    Why = "Time-slicing and MPS have one memory for all: a tenant reads what another left, and one fault stops all.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ConfigMap],
    Threats = [Threat.Disclosure, Threat.ModelStealing, Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025"), Framework.Nist("SC-4")],
    Remediation = "Remove timeSlicing and mps from the device plugin's configuration; use MIG (gpuInstance) for tenants.",
    Good = ["""{ "data": { "config.yaml": "version: v1\nflags:\n  migStrategy: single\n" } }""", """{ "data": { "notes": "no sharing" } }"""],
    Bad = ["""{ "data": { "config.yaml": "version: v1\nsharing:\n  timeSlicing:\n    resources:\n    - name: nvidia.com/gpu\n      replicas: 4\n" } }""", """{ "data": { "a": "sharing:\n  mps:\n    resources: []\n" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["data"].Members.Where(entry => entry.Field.AsText is { } text && text.Contains("sharing:", StringComparison.Ordinal) && (text.Contains("timeSlicing:", StringComparison.Ordinal) || text.Contains("mps:", StringComparison.Ordinal))).Select(entry => new Violation(resource.Urn, entry.Field.Path, $"{entry.Field.Path} must not share GPUs by timeSlicing or mps, but does"));
}
