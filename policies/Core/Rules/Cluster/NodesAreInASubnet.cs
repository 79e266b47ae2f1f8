using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesAreInASubnet() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-are-in-a-subnet",
    Title = "The nodes are in a subnet of the network",
    Why = "Otherwise they get a network that no rule of yours governs.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set vnetSubnetId.",
    Good = ["""{ "defaultNodePool": { "vnetSubnetId": "x" } }"""],
    Bad = ["""{ "defaultNodePool": { "vnetSubnetId": "" } }""", """{ "defaultNodePool": {} }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["vnetSubnetId"].MustExist();
}
