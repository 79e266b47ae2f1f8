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
            "denied 3 times: egress policies: NetworkPolicy n/deny selects the pods and has no rule for this peer; security group guard: rule out (4096) denies all connections; firewall: firewall has no rule\n",
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
    public void Pods_meet_the_rules_of_the_pools_that_they_may_run_in()
    {
        static string Pod(string name, string spec) => $$$"""{"type":"kubernetes:core/v1:Pod","name":"{{{name}}}","properties":{"metadata":{"name":"{{{name}}}","namespace":"n"},"spec":{"containers":[],{{{spec}}} } } }""";
        const string Tolerations = "\"tolerations\":[{\"key\":\"gpu\",\"operator\":\"Equal\",\"value\":\"KIND\",\"effect\":\"NoSchedule\"}]";
        var proof = Proof(Clients, more: [
            """{"type":"azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool","name":"gpu","properties":{"name":"gpu","nodePublicIpEnabled":true,"vnetSubnetId":"/nodes","nodeTaints":["gpu=h100:NoSchedule"]}}""",
            Pod("plain", "\"tolerations\":[]"),
            Pod("other", Tolerations.Replace("KIND", "a100", StringComparison.Ordinal)),
            Pod("gpu", Tolerations.Replace("KIND", "h100", StringComparison.Ordinal)),
            Pod("also", Tolerations.Replace("KIND", "h100", StringComparison.Ordinal)),
            Pod("elsewhere", Tolerations.Replace("KIND", "h100", StringComparison.Ordinal) + ",\"nodeSelector\":{\"agentpool\":\"pool\"}")]);
        var outside = Ends(proof).Outside;
        Assert.Equal(["gpu", "also"], proof.Cluster.Workloads.Where(workload => !proof.Between(outside, new WorkloadEnd(workload)).IsDenied).Select(workload => workload.Name));
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

    [Theory]
    [InlineData("", "nothing", "nothing")] // left out, as a preview writes it
    [InlineData(""" "references":{"nodePublicIpEnabled":"table"},""", "nothing", "all connections")]
    public void Public_addresses_of_nodes_are_not_known_only_where_the_program_takes_them_from_elsewhere(string references, string allowed, string possible)
    {
        var proof = Proof(Clients, more: $$$"""{"type":"azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool","name":"more",{{{references}}}"properties":{"name":"more","nodePublicIpEnabled":"04da6b54-80e4-46f7-96ec-b56ff0331ba9","vnetSubnetId":"/nodes"}}""");
        var (pod, outside) = Ends(proof);
        Assert.Equal((allowed, possible), (proof.Between(outside, pod).Allowed.ToString(), proof.Between(outside, pod).Possible.ToString()));
    }

    [Fact]
    public void Workloads_that_one_side_alone_keeps_apart_are_thin()
    {
        var proof = NetworkProof.Of(Resources.Stack(Pod, Pod.Replace("\"pod\"", "\"other\"", StringComparison.Ordinal).Replace("\"n\"", "\"m\"", StringComparison.Ordinal), DefaultDeny));
        Assert.Equal(["n/pod[Pod] m/other[Pod] egress policies", "m/other[Pod] n/pod[Pod] ingress policies"], proof.Thin().Select(pair => $"{pair.From} {pair.To} {pair.Layer}"));
        var both = NetworkProof.Of(Resources.Stack(Pod, Pod.Replace("\"pod\"", "\"other\"", StringComparison.Ordinal), DefaultDeny));
        Assert.Empty(both.Thin());
        Assert.StartsWith("denied twice: egress policies: ", LayerAnswer.ToText(both.Layers(new WorkloadEnd(both.Cluster.Find("pod")), new WorkloadEnd(both.Cluster.Find("other")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Manifests_alone_bind_pods_on_the_nodes_network_and_say_so()
    {
        var pod = Pod.Replace("\"containers\":[]", "\"hostNetwork\":true", StringComparison.Ordinal);
        var proof = NetworkProof.OfManifests(Resources.Stack(pod, DefaultDeny));
        Assert.True(proof.Between(new WorkloadEnd(proof.Cluster.Find("pod")), new AddressEnd(proof.Cluster.Outside[0])).IsDenied);
        Assert.Contains(proof.Assumptions, one => one.StartsWith("network policies bind n/pod[Pod]", StringComparison.Ordinal));
        const string Cilium = """{"type":"kubernetes:cilium.io/v2:CiliumNetworkPolicy","name":"c","properties":{"metadata":{"name":"c","namespace":"x"},"spec":{"endpointSelector":{}}}}""";
        foreach (var unbound in new[] { NetworkProof.Of(Resources.Stack(pod, DefaultDeny)), NetworkProof.OfManifests(Resources.Stack(pod, DefaultDeny, Cilium)) })
        {
            Assert.True(unbound.Between(new WorkloadEnd(unbound.Cluster.Find("pod")), new AddressEnd(unbound.Cluster.Outside[0])).Allowed.IsAll);
            Assert.DoesNotContain(unbound.Assumptions, one => one.Contains("n/pod[Pod]", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_pods_of_a_gateway_are_a_workload_and_the_security_group_sees_the_ports_of_its_load_balancer()
    {
        var proof = Proof(Clients, more: [
            """{"type":"kubernetes:gateway.networking.k8s.io/v1:GatewayClass","name":"c","properties":{"metadata":{"name":"c"},"spec":{"controllerName":"gateway.envoyproxy.io/gatewayclass-controller"}}}""",
            """{"type":"kubernetes:gateway.networking.k8s.io/v1:Gateway","name":"llm","properties":{"metadata":{"name":"llm","namespace":"g"},"spec":{"gatewayClassName":"c","listeners":[{"protocol":"HTTPS","port":443}]}}}""",
            """{"type":"kubernetes:networking.k8s.io/v1:NetworkPolicy","name":"p","properties":{"metadata":{"name":"p","namespace":"envoy-gateway-system"},"spec":{"podSelector":{"matchLabels":{"gateway.envoyproxy.io/owning-gateway-name":"llm"}},"ingress":[{"ports":[{"port":10443}]}],"policyTypes":["Ingress"]}}}"""]);
        var gateway = new WorkloadEnd(proof.Cluster.Find("llm"));
        Assert.Equal("envoy-gateway-system/llm[Gateway]", gateway.ToString());
        Assert.Equal("TCP 10443", proof.Between(Ends(proof).Outside, gateway).Allowed.ToString()); // its balancer is public, for nothing keeps it inside
    }

    [Theory]
    [InlineData("443", "TCP 443", true)]
    [InlineData("5671", "nothing", true)]
    [InlineData("5671", "TCP 443", false)] // a group that the subnet keeps from its endpoints decides nothing
    public void A_private_endpoint_is_reached_through_both_groups_where_its_own_counts(string open, string allowed, bool counts)
    {
        var proof = Proof("", more: [
            $$$"""{"type":"azure:network/subnet:Subnet","name":"endpoints","id":"/endpoints","properties":{"name":"endpoints","addressPrefixes":["10.1.2.0/24"],"privateEndpointNetworkPolicies":"{{{(counts ? "Enabled" : "Disabled")}}}"}}""",
            $$$"""{"type":"azure:network/networkSecurityGroup:NetworkSecurityGroup","name":"inner","id":"/inner","properties":{"name":"inner","securityRules":[{"name":"in","priority":100,"direction":"Inbound","access":"Allow","protocol":"Tcp","sourcePortRange":"*","destinationPortRange":"{{{open}}}","sourceAddressPrefix":"10.1.0.0/24","destinationAddressPrefix":"*"},{"name":"no","priority":200,"direction":"Inbound","access":"Deny","protocol":"*","sourcePortRange":"*","destinationPortRange":"*","sourceAddressPrefix":"*","destinationAddressPrefix":"*"}]}}""",
            """{"type":"azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation","name":"inside","properties":{"subnetId":"/endpoints","networkSecurityGroupId":"/inner"}}""",
            """{"type":"azure:storage/account:Account","name":"weights","id":"/weights","properties":{"name":"weights"}}""",
            """{"type":"azure:network/virtualNetwork:VirtualNetwork","name":"net","id":"/net","properties":{"name":"net","addressSpaces":["10.1.0.0/16"]}}""",
            """{"type":"azure:privatelink/endpoint:Endpoint","name":"blob","properties":{"name":"blob","subnetId":"/endpoints","privateServiceConnection":{"privateConnectionResourceId":"/weights","subresourceNames":["blob"]}}}""",
            """{"type":"kubernetes:networking.k8s.io/v1:NetworkPolicy","name":"p","properties":{"metadata":{"name":"p","namespace":"n"},"spec":{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"10.1.2.0/24"}}],"ports":[{"port":443}]}]}}}"""]);
        var endpoint = Assert.Single(proof.Endpoints);
        Assert.Equal(("private endpoint blob (account weights)", "weights.blob.core.windows.net"), (endpoint.ToString(), endpoint.Host));
        Assert.Equal(allowed, proof.Between(Ends(proof).Pod, endpoint).Allowed.ToString());
    }

    [Theory]
    [InlineData("http_access deny !safe\\nacl a dstdomain api.example.com .docs.example.com\\nhttp_access allow a\\nhttp_access deny all", "*.docs.example.com|api.example.com")]
    [InlineData("acl a dstdomain -n api.example.com\\nacl b port 443\\nhttp_access allow a b\\nhttp_access deny all", "api.example.com")]
    [InlineData("http_access allow localnet\\nhttp_access deny all", null)]
    [InlineData("acl a dstdomain api.example.com\\nhttp_access allow a", null)]
    public void A_relay_leads_to_the_hosts_of_its_list(string configuration, string? hosts)
    {
        var proof = NetworkProof.Of(Resources.Stack(Pod,
            """{"type":"kubernetes:core/v1:Pod","name":"proxy","properties":{"metadata":{"name":"proxy","namespace":"n"},"spec":{"containers":[{"name":"squid","image":"r.example/squid:6"}],"volumes":[{"name":"c","configMap":{"name":"c"}}]}}}""",
            $$$$"""{"type":"kubernetes:core/v1:ConfigMap","name":"c","properties":{"metadata":{"name":"c","namespace":"n"},"data":{"squid.conf":"{{{{configuration}}}}"}}}"""));
        var relay = Assert.Single(proof.Relays);
        Assert.Equal(hosts, relay.Hosts is null ? null : string.Join('|', relay.Hosts.Order(StringComparer.Ordinal)));
        var relayed = proof.Relayed().ToList();
        Assert.All(relayed, one => Assert.Equal(("n/pod[Pod]", "n/proxy[Pod]"), (one.From.ToString(), one.Through.ToString())));
        Assert.Equal(hosts is null, relayed.Exists(one => one.To is AddressEnd && one.Reach.IsUnknown));
        Assert.Equal(hosts?.Split('|') ?? [], relayed.Where(one => one.To is NameEnd).Select(one => one.To.ToString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pods_of_equal_answers_are_one_class_of_the_matrix()
    {
        var proof = NetworkProof.Of(Resources.Stack([.. Enumerable.Range(0, 50).Select(index => Pod.Replace("pod", $"pod-{index}", StringComparison.Ordinal)), Pod.Replace("\"n\"", "\"m\"", StringComparison.Ordinal), DefaultDeny]));
        var matrix = NetworkMatrix.Of(proof);
        Assert.Equal([50, 1], matrix.Classes.Select(members => members.Count));
        foreach (var (from, to) in proof.Cluster.Workloads.SelectMany(_ => proof.Cluster.Workloads, (from, to) => (from, to)))
        {
            WorkloadEnd First(Workload workload) => new(matrix.Classes.Single(members => members.Contains(workload))[0]);
            Assert.Equal(proof.Between(new WorkloadEnd(from), new WorkloadEnd(to)), matrix.Connections.SingleOrDefault(one => one.From == First(from) && one.To == First(to))?.Reach ?? Reach.None);
        }
    }

    [Theory]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("fd00::/8", true)]
    public void Manifests_that_name_no_IPv6_have_none_and_say_so(string cidr, bool hasIPv6)
    {
        var policy = $$$$"""{"type":"kubernetes:networking.k8s.io/v1:NetworkPolicy","name":"p","properties":{"metadata":{"name":"p","namespace":"other"},"spec":{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"{{{{cidr}}}}"}}]}]}}}""";
        var proof = NetworkProof.OfManifests(Resources.Stack(Pod, policy));
        Assert.Equal(hasIPv6, proof.Cluster.Outside.Any(range => !range.Meets(AddressSet.V4)));
        Assert.Equal(hasIPv6 ? [] : ["the cluster has no IPv6, for no policy names an address of it"], proof.Assumptions);
        Assert.Contains(NetworkProof.Of(Resources.Stack(Pod, policy)).Cluster.Outside, range => !range.Meets(AddressSet.V4)); // the laws take the worse
    }

    [Fact]
    public void Networks_that_are_not_modelled_are_told() =>
        Assert.Contains(NetworkProof.OfManifests(Resources.Stack(Pod, """{"type":"kubernetes:k8s.ovn.org/v1:UserDefinedNetwork","name":"u","properties":{"metadata":{"name":"u","namespace":"n"}}}""")).Assumptions, one => one.EndsWith("of the kind UserDefinedNetwork", StringComparison.Ordinal));
}
