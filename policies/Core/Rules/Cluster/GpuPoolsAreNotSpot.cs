using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class GpuPoolsAreNotSpot() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-gpu-pools-are-not-spot",
    Title = "GPU pools are not on spot capacity",
    Why = "An eviction drops what is being answered, and the weights are read anew.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove priority.",
    Good = ["""{ "vmSize": "Standard_NC24ads_A100_v4" }""", """{ "vmSize": "Standard_D4s_v5", "priority": "Spot" }"""],
    Bad = ["""{ "vmSize": "Standard_NC24ads_A100_v4", "priority": "Spot" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.HasGpu(resource["vmSize"]) ? resource["priority"].MustBe("Regular", whenAbsent: true) : [];
}
