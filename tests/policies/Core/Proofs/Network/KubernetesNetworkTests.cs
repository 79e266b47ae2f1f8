using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class KubernetesNetworkTests
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static string Reach(KubernetesNetwork network, string from, string to)
    {
        var reach = network.Between(new WorkloadEnd(network.Find(from)), new WorkloadEnd(network.Find(to)));
        return reach.IsUnknown ? $"{reach.Allowed}, perhaps {reach.Possible}" : reach.Allowed.ToString();
    }

    private static string Outside(KubernetesNetwork network, string from, string cidr)
    {
        Assert.True(AddressSet.TryParse(cidr, out var set));
        return network.Between(new WorkloadEnd(network.Find(from)), new AddressEnd(set.Value)).Allowed.ToString();
    }

    [Fact]
    public void Without_a_policy_everything_is_allowed()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("b", "two"));
        Assert.Equal("all connections", Reach(network, "one", "two"));
        Assert.Equal("all connections", Outside(network, "one", "8.8.8.8"));
    }

    [Fact]
    public void Default_deny_stops_both_ways_and_only_in_its_namespace()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("a", "two"), Cluster.Pod("b", "three"), Cluster.Policy("a", "deny", """{"podSelector":{},"policyTypes":["Ingress","Egress"]}"""));
        Assert.Equal("nothing", Reach(network, "one", "two"));
        Assert.Equal("nothing", Reach(network, "three", "one"));
        Assert.Equal("nothing", Outside(network, "one", "8.8.8.8"));
        Assert.Equal("all connections", Outside(network, "three", "8.8.8.8"));
    }

    [Fact]
    public void Both_ends_must_allow_a_connection()
    {
        var network = Cluster.Of(
            Cluster.Pod("a", "one", """{"app":"one"}"""), Cluster.Pod("a", "two", """{"app":"two"}"""),
            Cluster.Policy("a", "in", """{"podSelector":{"matchLabels":{"app":"two"}},"ingress":[{"from":[{"podSelector":{}}],"ports":[{"port":80,"endPort":90}]}]}"""),
            Cluster.Policy("a", "out", """{"podSelector":{"matchLabels":{"app":"one"}},"policyTypes":["Egress"],"egress":[{"to":[{"podSelector":{}}],"ports":[{"port":85,"endPort":99},{"port":85,"protocol":"UDP"}]}]}"""));
        Assert.Equal("TCP 85-90", Reach(network, "one", "two"));
    }

    [Fact]
    public void A_named_port_is_the_number_that_the_destination_gives_it()
    {
        var network = Cluster.Of(
            Cluster.Pod("a", "one"), Cluster.Pod("a", "two", """{"app":"x"}""", """[{"name":"http","containerPort":8080},{"name":"dns","containerPort":53,"protocol":"UDP"}]"""),
            Cluster.Policy("a", "in", """{"podSelector":{"matchLabels":{"app":"x"}},"ingress":[{"ports":[{"port":"http"},{"port":"dns"},{"port":"none"}]}]}"""));
        Assert.Equal("TCP 8080", Reach(network, "one", "two"));
    }

    [Fact]
    public void A_CIDR_with_holes_selects_the_outside_and_never_pods()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("b", "two"),
            Cluster.Policy("a", "out", """{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["169.254.169.254/32"]}}],"ports":[{"port":443}]}]}"""));
        Assert.Equal("TCP 443", Outside(network, "one", "8.8.8.8"));
        Assert.Equal("nothing", Outside(network, "one", "169.254.169.254"));
        Assert.Equal("nothing", Outside(network, "one", "2001:db8::1"));
        Assert.Equal("nothing", Reach(network, "one", "two"));
    }

    [Fact]
    public void A_namespace_has_its_name_as_a_label()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("b", "two"), Cluster.Pod("c", "three"),
            Cluster.Policy("b", "in", """{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"a"}}}]}]}"""));
        Assert.Equal("all connections", Reach(network, "one", "two"));
        Assert.Equal("nothing", Reach(network, "three", "two"));
    }

    [Fact]
    public void What_is_not_known_is_never_denied_and_never_allowed()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one", $$"""{"app":"{{Unknown}}"}"""), Cluster.Pod("a", "two", """{"app":"two"}"""),
            Cluster.Policy("a", "in", """{"podSelector":{"matchLabels":{"app":"two"}},"ingress":[{"from":[{"podSelector":{"matchLabels":{"app":"one"}}}],"ports":[{"port":80}]}]}"""));
        Assert.Equal("nothing, perhaps TCP 80", Reach(network, "one", "two"));
    }

    [Fact]
    public void A_policy_that_may_select_a_pod_leaves_certain_what_it_allows_anyway()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("a", "two", $$"""{"app":"{{Unknown}}"}"""),
            Cluster.Policy("a", "in", """{"podSelector":{"matchLabels":{"app":"two"}},"ingress":[{"ports":[{"port":80}]}]}"""));
        Assert.Equal("TCP 80, perhaps all connections", Reach(network, "one", "two"));
    }

    [Fact]
    public void Administrators_decide_first_and_the_baseline_last()
    {
        string[] pods = [Cluster.Pod("a", "one"), Cluster.Pod("b", "two")];
        const string Baseline = """{"apiVersion":"policy.networking.k8s.io/v1alpha1","kind":"BaselineAdminNetworkPolicy","metadata":{"name":"default"},"spec":{"subject":{"namespaces":{}},"ingress":[{"action":"Deny","from":[{"namespaces":{}}]}]}}""";
        const string Admin = """{"apiVersion":"policy.networking.k8s.io/v1alpha1","kind":"AdminNetworkPolicy","metadata":{"name":"first"},"spec":{"priority":1,"subject":{"namespaces":{}},"ingress":[{"action":"Pass","from":[{"namespaces":{}}],"ports":[{"portNumber":{"protocol":"TCP","port":81}}]},{"action":"Allow","from":[{"namespaces":{}}],"ports":[{"portRange":{"protocol":"TCP","start":80,"end":82}}]},{"action":"Deny","from":[{"namespaces":{}}],"ports":[{"portNumber":{"protocol":"TCP","port":90}}]}]}}""";
        var allow = Cluster.Policy("b", "in", """{"podSelector":{},"ingress":[{"ports":[{"port":90},{"port":91}]}]}""");
        Assert.Equal("nothing", Reach(Cluster.Of([.. pods, Baseline]), "one", "two"));
        Assert.Equal("TCP 80,82", Reach(Cluster.Of([.. pods, Baseline, Admin]), "one", "two"));
        Assert.Equal("TCP 80,82,91", Reach(Cluster.Of([.. pods, Baseline, Admin, allow]), "one", "two"));
    }

    [Fact]
    public void A_Cilium_deny_rule_wins_over_what_is_allowed()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one", """{"app":"one"}"""), Cluster.Pod("a", "two", """{"app":"two"}"""),
            """{"apiVersion":"cilium.io/v2","kind":"CiliumNetworkPolicy","metadata":{"name":"mixed","namespace":"a"},"spec":{"endpointSelector":{"matchLabels":{"app":"two"}},"ingress":[{"fromEndpoints":[{}]}],"ingressDeny":[{"fromEndpoints":[{"matchLabels":{"k8s:app":"one"}}],"toPorts":[{"ports":[{"port":"22","protocol":"TCP"}]}]}]}}""");
        Assert.Equal("TCP 1-21,23-65535, UDP all ports, SCTP all ports", Reach(network, "one", "two"));
    }

    [Fact]
    public void A_named_host_is_reached_only_where_a_rule_names_it()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("b", "two"),
            """{"apiVersion":"cilium.io/v2","kind":"CiliumNetworkPolicy","metadata":{"name":"names","namespace":"a"},"spec":{"endpointSelector":{},"egress":[{"toFQDNs":[{"matchName":"api.example.com"}],"toPorts":[{"ports":[{"port":"443","protocol":"TCP"}]}]}]}}""");
        Assert.Equal(["api.example.com"], network.Names);
        Assert.Equal("TCP 443", network.Between(new WorkloadEnd(network.Find("one")), new NameEnd("api.example.com")).Allowed.ToString());
        Assert.Equal("nothing", Outside(network, "one", "8.8.8.8"));
        Assert.True(network.Between(new WorkloadEnd(network.Find("two")), new NameEnd("api.example.com")).Allowed.IsAll);
    }

    [Fact]
    public void Pods_on_the_nodes_network_are_outside_every_policy()
    {
        var network = Cluster.Of(
            """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"host","namespace":"a"},"spec":{"hostNetwork":true}}""", Cluster.Pod("a", "two"),
            Cluster.Policy("a", "deny", """{"podSelector":{},"policyTypes":["Ingress","Egress"],"ingress":[{"from":[{"podSelector":{}}]}]}"""));
        Assert.Equal("all connections", Outside(network, "host", "8.8.8.8"));
        Assert.Equal("nothing, perhaps all connections", Reach(network, "host", "two")); // on one node they always reach each other
    }

    [Fact]
    public void An_explanation_names_the_policy_and_the_rule_that_decided()
    {
        var network = Cluster.Of(Cluster.Pod("a", "one"), Cluster.Pod("b", "two"), Cluster.Policy("b", "in", """{"podSelector":{},"ingress":[{"ports":[{"port":80}]}]}"""), Cluster.Policy("a", "deny", """{"podSelector":{},"policyTypes":["Egress"]}"""));
        var (lines, ends) = (new List<string>(), (From: new WorkloadEnd(network.Find("one")), To: new WorkloadEnd(network.Find("two"))));
        network.Leaving(ends.From, ends.To, lines);
        network.Entering(ends.From, ends.To, lines);
        Assert.Equal(["NetworkPolicy a/deny selects the pods and has no rule for this peer", "NetworkPolicy b/in ingress rule 1 allows TCP 80"], lines);
    }

    [Fact]
    public void Pods_that_no_policy_tells_apart_form_one_class()
    {
        var pods = Enumerable.Range(0, 1_000).Select(index => Cluster.Pod("a", $"pod-{index}", $$"""{"app":"{{(index % 2 == 0 ? "even" : "odd")}}","index":"{{index}}"}"""));
        var network = Cluster.Of([.. pods, Cluster.Policy("a", "in", """{"podSelector":{"matchLabels":{"app":"even"}}}""")]);
        Assert.Equal(2, network.ClassCount);
    }
}
