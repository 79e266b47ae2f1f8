using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PoolsHaveTheirOwnSubnets() : StackPolicy(new PolicyInfo
{
    Id = "cluster-pools-have-their-own-subnets",
    Title = "GPU and sandbox nodes have subnets of their own",
    Why = "In one subnet, no security group stands between sandboxes and models.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ToolExploitation, Threat.FullStack],
    Controls = [Framework.Atlas("AML.M0032"), Framework.Mcsb("NS-1")],
    Remediation = "Give each pool its own subnet.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "gpu", "properties": { "name": "gpu", "vmSize": "Standard_NC40ads_H100_v5", "vnetSubnetId": "/a" } }, { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "sandbox", "properties": { "name": "sandbox", "workloadRuntime": "KataVmIsolation", "vnetSubnetId": "/b" } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "gpu", "properties": { "name": "gpu", "vmSize": "Standard_NC40ads_H100_v5", "vnetSubnetId": "/a" } }, { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "sandbox", "properties": { "name": "sandbox", "workloadRuntime": "KataVmIsolation", "vnetSubnetId": "/a" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var pools = stack.OfType("azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool").ToList();
        var models = pools.Where(pool => Pool.HasGpu(pool["vmSize"])).Select(pool => pool["vnetSubnetId"].AsText).Where(subnet => subnet is not null).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return pools.Where(pool => pool["workloadRuntime"].AsText?.StartsWith("Kata", StringComparison.OrdinalIgnoreCase) == true && models.Contains(pool["vnetSubnetId"].AsText)).Select(pool => pool["vnetSubnetId"].Violation("not be the subnet of the GPU nodes"));
    }
}
