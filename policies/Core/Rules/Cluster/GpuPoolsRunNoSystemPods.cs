using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class GpuPoolsRunNoSystemPods() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-gpu-pools-run-no-system-pods",
    Title = "GPU and sandbox pools run no system pods",
    Why = "What breaks out of a sandbox meets the cluster's own services.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set mode to User.",
    Good = ["""{ "vmSize": "Standard_NC40ads_H100_v5", "mode": "User" }""", """{ "mode": "System", "vmSize": "Standard_D4s_v5" }"""],
    Bad = ["""{ "vmSize": "Standard_NC40ads_H100_v5", "mode": "System" }""", """{ "workloadRuntime": "KataVmIsolation", "mode": "System" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.HasGpu(resource["vmSize"]) || resource["workloadRuntime"].AsText?.StartsWith("Kata", StringComparison.OrdinalIgnoreCase) == true ? resource["mode"].MustNotBe("System") : [];
}
