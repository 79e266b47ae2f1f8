using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class VirtualNetworksTests
{
    private const string There = """{"type":"azure:network/virtualNetworkPeering:VirtualNetworkPeering","name":"there","properties":{"virtualNetworkName":"spoke","remoteVirtualNetworkId":"/hub"}}""";
    private const string Back = """{"type":"azure:network/virtualNetworkPeering:VirtualNetworkPeering","name":"back","properties":{"virtualNetworkName":"hub","remoteVirtualNetworkId":"/spoke"}}""";
    private const string Elsewhere = """{"type":"azure:network/virtualNetworkPeering:VirtualNetworkPeering","name":"elsewhere","properties":{"virtualNetworkName":"spoke","remoteVirtualNetworkId":"/other"}}""";
    private const string Gateway = """{"type":"azure:network/virtualNetworkGateway:VirtualNetworkGateway","name":"gateway","properties":{}}""";

    private static NetworkProof Proof(params string[] more) => NetworkProof.Of(Resources.Stack([
        """{"type":"azure:network/virtualNetwork:VirtualNetwork","name":"spoke","id":"/spoke","properties":{"name":"spoke","addressSpaces":["10.1.0.0/16"]}}""",
        """{"type":"azure:network/virtualNetwork:VirtualNetwork","name":"hub","id":"/hub","properties":{"name":"hub","addressSpaces":["10.2.0.0/16"]}}""",
        """{"type":"azure:network/subnet:Subnet","name":"nodes","id":"/nodes","properties":{"name":"nodes","virtualNetworkName":"spoke","addressPrefixes":["10.1.0.0/24"]}}""",
        """{"type":"azure:network/subnet:Subnet","name":"store","id":"/store","properties":{"name":"store","virtualNetworkName":"hub","addressPrefixes":["10.2.0.0/24"]}}""",
        """{"type":"azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool","name":"pool","properties":{"name":"pool","vnetSubnetId":"/nodes"}}""",
        """{"type":"kubernetes:core/v1:Pod","name":"pod","properties":{"metadata":{"name":"pod","namespace":"n"},"spec":{"containers":[]}}}""", .. more]));

    private static Reach To(NetworkProof proof, string address)
    {
        Assert.True(AddressSet.TryParse(address, out var set));
        return proof.Between(new WorkloadEnd(proof.Cluster.Find("pod")), new AddressEnd(set.Value));
    }

    [Theory]
    [InlineData("10.1.9.9", true, true)] // inside
    [InlineData("10.2.0.9", false, false)] // a network that nothing joins
    [InlineData("10.2.0.9", false, true, There)] // the other side may be made elsewhere
    [InlineData("10.2.0.9", true, true, There, Back)]
    [InlineData("10.2.9.9", true, true, There, Back)] // outside of its subnets too
    [InlineData("10.3.0.9", false, false, There, Back)]
    [InlineData("10.3.0.9", false, true, Elsewhere)] // what a network that is not here has
    [InlineData("10.3.0.9", false, true, Gateway)]
    [InlineData("10.2.0.9", false, true, Elsewhere)] // the other may have the same ranges
    public void A_peering_of_two_sides_joins_networks(string address, bool reaches, bool mayReach, params string[] peerings)
    {
        var reach = To(Proof(peerings), address);
        Assert.Equal((reaches, mayReach), (!reach.Allowed.IsEmpty, !reach.IsDenied));
    }

    [Theory]
    [InlineData("\"allowVirtualNetworkAccess\":false", false)]
    [InlineData("\"allowVirtualNetworkAccess\":\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", true)]
    public void A_side_that_lets_nothing_through_closes_the_peering(string access, bool mayReach)
    {
        var reach = To(Proof(There, Back.Replace("\"virtualNetworkName\":\"hub\"", "\"virtualNetworkName\":\"hub\"," + access, StringComparison.Ordinal)), "10.2.0.9");
        Assert.Equal((true, mayReach), (reach.Allowed.IsEmpty, !reach.IsDenied));
    }

    [Theory]
    [InlineData("10.0.0.0/8", true)] // Azure's own is longer
    [InlineData("10.1.0.0/16", false)] // of equal length the written one wins
    [InlineData("10.1.9.0/24", false)]
    public void The_longest_route_wins(string prefix, bool reaches)
    {
        var proof = Proof(
            $$$"""{"type":"azure:network/routeTable:RouteTable","name":"table","id":"/table","properties":{"name":"table","routes":[{"name":"drop","addressPrefix":"{{{prefix}}}","nextHopType":"None"}]}}""",
            """{"type":"azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation","name":"routed","properties":{"subnetId":"/nodes","routeTableId":"/table"}}""");
        Assert.Equal(reaches, !To(proof, "10.1.9.9").IsDenied);
    }

    [Theory]
    [InlineData("api.example.com", "nothing")]
    [InlineData("api.example.com", "TCP 443", There, Back)]
    public void A_firewall_in_another_network_is_met_by_way_of_a_peering(string host, string allowed, params string[] peerings)
    {
        var proof = Proof([.. peerings,
            """{"type":"azure:network/subnet:Subnet","name":"fw","id":"/fw","properties":{"name":"AzureFirewallSubnet","virtualNetworkName":"hub","addressPrefixes":["10.2.1.0/26"]}}""",
            """{"type":"azure:network/firewall:Firewall","name":"firewall","properties":{"name":"firewall"}}""",
            """{"type":"azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup","name":"rules","properties":{"priority":100,"applicationRuleCollections":[{"name":"hosts","priority":100,"action":"Allow","rules":[{"name":"api","sourceAddresses":["10.1.0.0/24"],"destinationFqdns":["api.example.com"],"protocols":[{"type":"Https","port":443}]}]}]}}""",
            """{"type":"azure:network/routeTable:RouteTable","name":"table","id":"/table","properties":{"name":"table","routes":[{"name":"firewall","addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopInIpAddress":"10.2.1.4"}]}}""",
            """{"type":"azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation","name":"routed","properties":{"subnetId":"/nodes","routeTableId":"/table"}}"""]);
        Assert.Equal(allowed, proof.Between(new WorkloadEnd(proof.Cluster.Find("pod")), new NameEnd(host)).Allowed.ToString());
    }

    [Theory]
    [InlineData("\"networkPluginMode\":\"overlay\",\"podCidr\":\"10.244.0.0/16\"", "10.244.0.0/16", "b", "TCP 8443")]
    [InlineData("\"networkPluginMode\":\"overlay\",\"podCidr\":\"10.244.0.0/16\"", "10.1.0.0/16", "b", "nothing")] // an overlay shows the pods' own addresses
    [InlineData("\"dnsServiceIp\":\"10.0.0.10\"", "10.1.0.0/24", "b", "TCP 8443")] // else they are of the nodes' subnet
    [InlineData("\"networkPluginMode\":\"overlay\",\"podCidr\":\"10.244.0.0/16\"", "10.1.0.0/16", "a", "all connections")] // on one node no group sees them
    public void Groups_see_what_pods_of_two_pools_send_each_other(string profile, string source, string pool, string allowed)
    {
        string Pod(string name, string pool) => $$$$$"""{"type":"kubernetes:core/v1:Pod","name":"{{{{{name}}}}}","properties":{"metadata":{"name":"{{{{{name}}}}}","namespace":"n"},"spec":{"containers":[],"nodeSelector":{"agentpool":"{{{{{pool}}}}}"}}}}""";
        var proof = Proof(
            $$$$"""{"type":"azure:containerservice/kubernetesCluster:KubernetesCluster","name":"c","id":"/c","properties":{"name":"c","networkProfile":{"networkPlugin":"azure",{{{{profile}}}}},"defaultNodePool":{"name":"a","vnetSubnetId":"/nodes"}}}""",
            """{"type":"azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool","name":"b","properties":{"name":"b","kubernetesClusterId":"/c","vnetSubnetId":"/guarded"}}""",
            """{"type":"azure:network/subnet:Subnet","name":"guarded","id":"/guarded","properties":{"name":"guarded","virtualNetworkName":"spoke","addressPrefixes":["10.1.1.0/24"]}}""",
            $$$"""{"type":"azure:network/networkSecurityGroup:NetworkSecurityGroup","name":"g","id":"/g","properties":{"name":"g","securityRules":[{"name":"in","priority":100,"direction":"Inbound","access":"Allow","protocol":"Tcp","sourcePortRange":"*","destinationPortRange":"8443","sourceAddressPrefix":"{{{source}}}","destinationAddressPrefix":"*"},{"name":"no","priority":200,"direction":"Inbound","access":"Deny","protocol":"*","sourcePortRange":"*","destinationPortRange":"*","sourceAddressPrefix":"*","destinationAddressPrefix":"*"}]}}""",
            """{"type":"azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation","name":"o","properties":{"subnetId":"/guarded","networkSecurityGroupId":"/g"}}""",
            Pod("from", "a"), Pod("to", pool));
        Assert.Equal(allowed, proof.Between(new WorkloadEnd(proof.Cluster.Find("from")), new WorkloadEnd(proof.Cluster.Find("to"))).Allowed.ToString());
    }

    [Theory]
    [InlineData("", "\"applicationSecurityGroupIds\":[]", "all connections", "all connections")]
    [InlineData("Source", "", "all connections", "all connections")] // the nodes are in no group
    [InlineData("Source", "\"applicationSecurityGroupIds\":[\"/other\"]", "all connections", "all connections")]
    [InlineData("Source", "\"applicationSecurityGroupIds\":[\"/nodes-asg\"]", "nothing", "nothing")]
    [InlineData("Source", "\"applicationSecurityGroupIds\":[\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"]", "nothing", "all connections")]
    [InlineData("Destination", "", "nothing", "all connections")] // what else is in a group no program tells
    public void Nodes_are_in_the_application_groups_that_their_pool_names(string side, string groups, string allowed, string possible)
    {
        var of = side.Length == 0 ? "\"sourceAddressPrefix\":\"10.9.0.0/16\",\"destinationAddressPrefix\":\"*\"" : side == "Source" ? "\"sourceApplicationSecurityGroupIds\":[\"/nodes-asg\"],\"destinationAddressPrefix\":\"*\"" : "\"sourceAddressPrefix\":\"*\",\"destinationApplicationSecurityGroupIds\":[\"/nodes-asg\"]";
        var proof = Proof(There, Back,
            $$$"""{"type":"azure:network/subnet:Subnet","name":"grouped","id":"/grouped","properties":{"name":"grouped","virtualNetworkName":"spoke","addressPrefixes":["10.1.7.0/24"]}}""",
            $$$$"""{"type":"azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool","name":"g","properties":{"name":"g","vnetSubnetId":"/grouped","nodeNetworkProfile":{ {{{{groups}}}} }}}""",
            """{"type":"kubernetes:core/v1:Pod","name":"member","properties":{"metadata":{"name":"member","namespace":"n"},"spec":{"containers":[],"nodeSelector":{"agentpool":"g"}}}}""",
            $$$"""{"type":"azure:network/networkSecurityGroup:NetworkSecurityGroup","name":"guard","id":"/guard","properties":{"name":"guard","securityRules":[{"name":"no","priority":100,"direction":"Outbound","access":"Deny","protocol":"*","sourcePortRange":"*","destinationPortRange":"*",{{{of}}}}]}}""",
            """{"type":"azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation","name":"o","properties":{"subnetId":"/grouped","networkSecurityGroupId":"/guard"}}""");
        Assert.True(AddressSet.TryParse("10.2.9.9", out var set));
        var reach = proof.Between(new WorkloadEnd(proof.Cluster.Find("member")), new AddressEnd(set.Value));
        Assert.Equal((allowed, possible), (reach.Allowed.ToString(), reach.Possible.ToString()));
        Assert.True(AddressSet.TryParse("8.8.8.8", out var outside));
        Assert.Equal(side == "Destination" ? "all connections" : allowed, proof.Between(new WorkloadEnd(proof.Cluster.Find("member")), new AddressEnd(outside.Value)).Allowed.ToString()); // no public address is in a group
    }
}
