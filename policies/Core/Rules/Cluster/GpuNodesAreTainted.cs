using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class GpuNodesAreTainted() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-gpu-nodes-are-tainted",
    Title = "GPU nodes are tainted",
    Why = "Any pod lands on the GPU nodes otherwise, beside the model.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Add a taint such as sku=gpu:NoSchedule.",
    Good = ["""{ "vmSize": "Standard_NC40ads_H100_v5", "nodeTaints": ["sku=gpu:NoSchedule"] }""", """{ "vmSize": "Standard_D4s_v5" }"""],
    Bad = ["""{ "vmSize": "Standard_NC40ads_H100_v5" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.HasGpu(resource["vmSize"]) && !Pool.Taints(resource.Root).Any(taint => taint.EndsWith(":NoSchedule", StringComparison.Ordinal) || taint.EndsWith(":NoExecute", StringComparison.Ordinal)) ? resource["nodeTaints"].IsUnknown || resource["nodeTaints"].Items.Any(taint => taint.IsUnknown) ? [resource["nodeTaints"].Undetermined("contain a taint with NoSchedule")] : [resource["nodeTaints"].Violation("contain a taint with NoSchedule")] : [];
}
