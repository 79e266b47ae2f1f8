using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NodeSubnetsAreRouted() : StackPolicy(new PolicyInfo
{
    Id = "network-node-subnets-are-routed",
    Title = "The nodes' subnets have a route table where the cluster routes its egress itself",
    Why = "Nodes of such a subnet have the default way to the internet, around the firewall.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "azure:network/subnet:Subnet", "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation"],
    Threats = [Threat.Disclosure, Threat.ModelStealing, Threat.ToolExploitation],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Associate the subnet with the route table to the firewall.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { "networkProfile": { "outboundType": "userDefinedRouting" }, "defaultNodePool": { "vnetSubnetId": "/s" } } }, { "type": "azure:network/subnet:Subnet", "name": "s", "id": "/s", "properties": { "name": "s" } }, { "type": "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation", "name": "a", "id": "/a", "properties": { "subnetId": "/s", "routeTableId": "/r" } }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { "networkProfile": { "outboundType": "loadBalancer" }, "defaultNodePool": { "vnetSubnetId": "/s" } } }, { "type": "azure:network/subnet:Subnet", "name": "s", "id": "/s", "properties": { "name": "s" } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { "networkProfile": { "outboundType": "userDefinedRouting" }, "defaultNodePool": { "vnetSubnetId": "/s" } } }, { "type": "azure:network/subnet:Subnet", "name": "s", "id": "/s", "properties": { "name": "s" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        if (!stack.OfType(Cluster).Any(cluster => cluster["networkProfile.outboundType"].AsText == "userDefinedRouting"))
        {
            return [];
        }

        var (clusters, pools) = (stack.References(Cluster, "defaultNodePool.vnetSubnetId"), stack.References(NodePool, "vnetSubnetId"));
        return stack.EachMustHave("azure:network/subnet:Subnet", "azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation", "subnetId", "have a route table",
            applies: subnet => clusters.To(subnet).Any() || pools.To(subnet).Any());
    }

    private const string Cluster = "azure:containerservice/kubernetesCluster:KubernetesCluster";
    private const string NodePool = "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool";
}
