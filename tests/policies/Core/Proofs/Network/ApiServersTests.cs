using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class ApiServersTests
{
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    private static NetworkProof Proof(string cluster, params string[] more) => NetworkProof.Of(Resources.Stack([
        """{"type":"azure:network/virtualNetwork:VirtualNetwork","name":"net","id":"/net","properties":{"name":"net","addressSpaces":["10.1.0.0/16"]}}""",
        """{"type":"azure:network/subnet:Subnet","name":"nodes","id":"/nodes","properties":{"name":"nodes","virtualNetworkName":"net","addressPrefixes":["10.1.0.0/24"]}}""",
        """{"type":"azure:network/subnet:Subnet","name":"api","id":"/api","properties":{"name":"api","virtualNetworkName":"net","addressPrefixes":["10.1.1.0/28"]}}""",
        $$$"""{"type":"azure:containerservice/kubernetesCluster:KubernetesCluster","name":"c","references":{"privateClusterEnabled":"net"},"properties":{"name":"c","dnsPrefix":"c","location":"West Europe","defaultNodePool":{"name":"system","vnetSubnetId":"/nodes"},{{{cluster}}}}}""",
        """{"type":"kubernetes:core/v1:Pod","name":"pod","properties":{"metadata":{"name":"pod","namespace":"n"},"spec":{"containers":[]}}}""", .. more]));

    private static string From(NetworkProof proof, string address)
    {
        Assert.True(AddressSet.TryParse(address, out var set));
        return Text(proof.Between(new AddressEnd(set.Value), Assert.Single(proof.Endpoints)));
    }

    private static string FromPod(NetworkProof proof) => Text(proof.Between(new WorkloadEnd(proof.Cluster.Find("pod")), Assert.Single(proof.Endpoints)));

    private static string Text(Reach reach) => reach.IsDenied ? "no" : reach.IsUnknown ? "unknown" : reach.Allowed.ToString();

    [Theory]
    [InlineData("\"privateClusterEnabled\":true", "no", "TCP 443", "TCP 443")]
    [InlineData("\"privateClusterEnabled\":false", "TCP 443", "TCP 443", "TCP 443")]
    [InlineData("\"privateClusterEnabled\":" + Unknown, "unknown", "unknown", "unknown")]
    [InlineData("\"apiServerAccessProfile\":{\"authorizedIpRanges\":[\"203.0.113.0/24\"]}", "no", "unknown", "unknown")]
    [InlineData("\"apiServerAccessProfile\":{\"authorizedIpRanges\":[\"203.0.113.0/24\"],\"virtualNetworkIntegrationEnabled\":true,\"subnetId\":\"/api\"}", "no", "TCP 443", "TCP 443")] // the network reaches it inside
    [InlineData("\"apiServerAccessProfile\":{\"authorizedIpRanges\":[\"8.8.8.0/24\"]}", "TCP 443", "unknown", "unknown")]
    public void The_exposure_of_an_API_server_tells_who_calls_it(string cluster, string internet, string inside, string pod)
    {
        var proof = Proof(cluster);
        Assert.Equal("API server c (kubernetes cluster c)", Assert.Single(proof.Endpoints).ToString());
        Assert.Equal((internet, inside, pod), (From(proof, "8.8.8.8"), From(proof, "10.1.9.9"), FromPod(proof)));
    }

    [Theory]
    [InlineData("true", "no")] // in the network its group counts
    [InlineData("false", "TCP 443")] // the endpoint of a private server is among the nodes, and their group does not see it
    public void The_group_of_its_own_subnet_guards_a_server_in_the_network(string isInNetwork, string reach)
    {
        var proof = Proof($$$"""
            "privateClusterEnabled":true,"apiServerAccessProfile":{"virtualNetworkIntegrationEnabled":{{{isInNetwork}}},"subnetId":"/api"}
            """,
            """{"type":"azure:network/networkSecurityGroup:NetworkSecurityGroup","name":"g","id":"/g","properties":{"name":"g","securityRules":[{"name":"no","priority":200,"direction":"Inbound","access":"Deny","protocol":"*","sourcePortRange":"*","destinationPortRange":"*","sourceAddressPrefix":"*","destinationAddressPrefix":"*"}]}}""",
            """{"type":"azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation","name":"o","properties":{"subnetId":"/api","networkSecurityGroupId":"/g"}}""");
        Assert.Equal((reach, reach), (From(proof, "10.1.9.9"), FromPod(proof)));
    }

    [Theory]
    [InlineData("\"toEntities\":[\"kube-apiserver\"]", "TCP 443")]
    [InlineData("\"toCIDR\":[\"10.1.0.0/24\"]", "TCP 443")]
    [InlineData("\"toCIDR\":[\"10.1.0.0/28\"]", "unknown")] // its address is somewhere in the subnet
    [InlineData("\"toEntities\":[\"cluster\"]", "no")]
    public void Policies_let_a_pod_through_to_the_API_server_by_its_name_or_its_place(string rule, string reach) => Assert.Equal(reach, FromPod(Proof(
        "\"privateClusterEnabled\":true",
        $$$$"""{"type":"kubernetes:cilium.io/v2:CiliumNetworkPolicy","name":"p","properties":{"metadata":{"name":"p","namespace":"n"},"spec":{"endpointSelector":{},"egress":[{ {{{{rule}}}} }]}}}""")));

    [Theory]
    [InlineData("*.hcp.westeurope.azmk8s.io", "TCP 443")]
    [InlineData("c-1234abcd.hcp.westeurope.azmk8s.io", "unknown")] // a part of the name is Azure's
    [InlineData("*.hcp.northeurope.azmk8s.io", "no")]
    public void The_firewall_lets_nodes_through_to_a_public_API_server_by_its_host(string host, string reach) => Assert.Equal(reach, FromPod(Proof(
        "\"privateClusterEnabled\":false",
        """{"type":"azure:network/firewall:Firewall","name":"firewall","properties":{"name":"firewall"}}""",
        $$$"""{"type":"azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup","name":"rules","properties":{"priority":100,"applicationRuleCollections":[{"name":"hosts","priority":100,"action":"Allow","rules":[{"name":"api","sourceAddresses":["10.1.0.0/24"],"destinationFqdns":["{{{host}}}"],"protocols":[{"type":"Https","port":443}]}]}]}}""",
        """{"type":"azure:network/routeTable:RouteTable","name":"table","id":"/table","properties":{"name":"table","routes":[{"name":"firewall","addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance"}]}}""",
        """{"type":"azure:network/subnetRouteTableAssociation:SubnetRouteTableAssociation","name":"routed","properties":{"subnetId":"/nodes","routeTableId":"/table"}}""")));

    [Fact]
    public void An_API_server_is_an_end_of_the_JSON_form() =>
        Assert.Contains("\"type\": \"API server\",\n          \"name\": \"c\"", NetworkJson.Write(NetworkAnswer.Of(Proof("\"privateClusterEnabled\":true"), "pod", "c")), StringComparison.Ordinal);
}
