using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class NetworkProofTests
{
    private const string Deny = """{"name":"out","priority":4096,"direction":"Outbound","access":"Deny","protocol":"*","sourcePortRange":"*","destinationPortRange":"*","sourceAddressPrefix":"*","destinationAddressPrefix":"*"}""";
    private const string Https = """{"name":"https","priority":100,"direction":"Outbound","access":"Allow","protocol":"Tcp","sourcePortRange":"*","destinationPortRange":"443","sourceAddressPrefix":"*","destinationAddressPrefix":"Internet"}""";
    private const string Clients = """{"name":"clients","priority":100,"direction":"Inbound","access":"Allow","protocol":"Tcp","sourcePortRange":"*","destinationPortRange":"443","sourceAddressPrefix":"*","destinationAddressPrefix":"*"}""";
    private const string Pod = """{"type":"kubernetes:core/v1:Pod","name":"pod","properties":{"metadata":{"name":"pod","namespace":"n"},"spec":{"containers":[]}}}""";
    private const string DefaultDeny = """{"type":"kubernetes:networking.k8s.io/v1:NetworkPolicy","name":"deny","properties":{"metadata":{"name":"deny","namespace":"n"},"spec":{"podSelector":{},"policyTypes":["Ingress","Egress"]}}}""";

    private static NetworkProof Proof(string rules, bool nodesArePublic = false, params string[] more) => NetworkProof.Of(Resources.Stack([
        """{"type":"azure:network/subnet:Subnet","name":"nodes","id":"/nodes","properties":{"name":"nodes","addressPrefixes":["10.1.0.0/24"]}}""",
        """{"type":"azure:network/subnet:Subnet","name":"hub","id":"/hub","properties":{"name":"AzureFirewallSubnet","addressPrefixes":["10.1.1.0/26"]}}""",
        $$$"""{"type":"azure:network/networkSecurityGroup:NetworkSecurityGroup","name":"guard","id":"/guard","properties":{"name":"guard","securityRules":[{{{rules}}}]}}""",
        """{"type":"azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation","name":"guarded","properties":{"subnetId":"/nodes","networkSecurityGroupId":"/guard"}}""",
        """{"type":"azure:network/routeTable:RouteTable","name":"table","id":"/table","properties":{"name":"table","routes":[{"name":"firewall","addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopInIpAddress":"10.1.1.4"}]}}""",
        """{"type":"azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation","name":"routed","properties":{"subnetId":"/nodes","routeTableId":"/table"}}""",
        """{"type":"azure:network/firewall:Firewall","name":"firewall","properties":{"name":"firewall"}}""",
        """{"type":"azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup","name":"rules","properties":{"priority":100,"applicationRuleCollections":[{"name":"hosts","priority":100,"action":"Allow","rules":[{"name":"api","sourceAddresses":["10.1.0.0/24"],"destinationFqdns":["api.example.com"],"protocols":[{"type":"Https","port":443}]}]}]}}""",
        $$$"""{"type":"azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool","name":"pool","properties":{"name":"pool","nodePublicIpEnabled":{{{(nodesArePublic ? "true" : "false")}}},"vnetSubnetId":"/nodes"}}""",
        Pod, .. more]));

    private static (WorkloadEnd Pod, AddressEnd Outside) Ends(NetworkProof proof)
    {
        Assert.True(AddressSet.TryParse("8.8.8.8", out var set));
        return (new(proof.Cluster.Find("pod")), new(set.Value));
    }

    [Fact]
    public void A_denied_pair_says_what_stops_it_at_each_layer()
    {
        var proof = Proof(Deny, more: DefaultDeny);
        var (pod, outside) = Ends(proof);
        Assert.StartsWith(
            "denied 3 times: network policies: egress: NetworkPolicy n/deny selects the pods and has no rule for this peer; security group guard: rule out (4096) denies all connections; firewall: firewall has no rule\n",
            LayerAnswer.ToText(proof.Layers(pod, outside)), StringComparison.Ordinal);
        Assert.True(proof.Between(pod, outside).IsDenied);
    }

    [Fact]
    public void A_host_that_the_firewall_names_is_reached_by_its_name_and_no_other_way()
    {
        var proof = Proof($"{Https},{Deny}");
        var (pod, outside) = Ends(proof);
        Assert.Equal(["api.example.com"], proof.Cluster.Names);
        Assert.Equal("TCP 443", proof.Between(pod, new NameEnd("api.example.com")).Allowed.ToString());
        Assert.True(proof.Between(pod, outside).IsDenied);
        Assert.Contains(proof.Thin(), pair => pair.From is WorkloadEnd && pair.Layer == "firewall");
    }

    [Fact]
    public void A_public_address_of_the_nodes_leads_in_where_every_layer_lets_it()
    {
        var closed = Proof(Clients);
        Assert.True(closed.Between(Ends(closed).Outside, Ends(closed).Pod).IsDenied);
        var open = Proof(Clients, nodesArePublic: true);
        Assert.Equal("TCP 443", open.Between(Ends(open).Outside, Ends(open).Pod).Allowed.ToString());
    }

    [Fact]
    public void The_metadata_service_is_the_hosts_and_only_its_tag_stops_it()
    {
        Assert.True(AddressSet.TryParse("169.254.169.254", out var metadata));
        var open = Proof(Deny);
        Assert.True(open.Between(Ends(open).Pod, new AddressEnd(metadata.Value)).Allowed.IsAll);
        var closed = Proof(Deny.Replace("\"destinationAddressPrefix\":\"*\"", "\"destinationAddressPrefix\":\"AzurePlatformIMDS\"", StringComparison.Ordinal));
        Assert.True(closed.Between(Ends(closed).Pod, new AddressEnd(metadata.Value)).IsDenied);
    }

    [Fact]
    public void A_service_tag_that_is_opaque_makes_the_answer_unknown()
    {
        var proof = Proof($"{Https.Replace("Internet", "Storage", StringComparison.Ordinal)},{Deny}");
        var guard = proof.Layers(Ends(proof).Pod, Ends(proof).Outside).Single(layer => layer.Layer == "security group guard");
        Assert.Equal(("nothing", "TCP 443"), (guard.Reach.Allowed.ToString(), guard.Reach.Possible.ToString()));
    }

    [Theory]
    [InlineData("", "nothing")] // left out, as a preview writes it
    [InlineData(""" "references":{"networkRuleCollections":"pool"},""", "TCP 443")]
    public void Collections_are_not_known_only_where_the_program_takes_them_from_elsewhere(string references, string possible)
    {
        var proof = Proof($"{Https},{Deny}", more: $$$"""{"type":"azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup","name":"more",{{{references}}}"properties":{"priority":200,"networkRuleCollections":"04da6b54-80e4-46f7-96ec-b56ff0331ba9","natRuleCollections":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}""");
        var (pod, outside) = Ends(proof);
        Assert.Equal(("nothing", possible), (proof.Between(pod, outside).Allowed.ToString(), proof.Between(pod, outside).Possible.ToString()));
        Assert.True(proof.Between(outside, pod).IsDenied);
    }

    [Fact]
    public void A_subnet_without_IPv6_has_no_way_to_it()
    {
        Assert.True(AddressSet.TryParse("2a00::/16", out var outside));
        var proof = Proof(Https);
        Assert.Contains(proof.Layers(Ends(proof).Pod, new AddressEnd(outside.Value)), layer => layer.Layer == "route" && layer.Reach.IsDenied && layer.Reasons[0] == "the subnet has no IPv6 addresses");
    }
}
