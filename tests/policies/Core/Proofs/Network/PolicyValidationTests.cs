namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

public sealed class PolicyValidationTests
{
    [Theory]
    [InlineData("""{"ipBlock":{"cidr":"10.0.0.0/40"}}""", "spec.ingress[0].from[0].ipBlock.cidr must be a CIDR such as 10.0.0.0/8, but is 10.0.0.0/40")]
    [InlineData("""{"ipBlock":{"cidr":"10.0.0.0/8","except":["11.0.0.0/8"]}}""", "spec.ingress[0].from[0].ipBlock.except[0] must be a part of 10.0.0.0/8, but is 11.0.0.0/8")]
    [InlineData("""{"ipBlock":{"cidr":"10.0.0.0/8"},"podSelector":{}}""", "spec.ingress[0].from[0] must have either ipBlock or selectors, but has both")]
    [InlineData("{}", "spec.ingress[0].from[0] must have podSelector, namespaceSelector or ipBlock, but has none")]
    [InlineData("""{"podSelector":{"matchExpressions":[{"key":"a","operator":"Exists","values":["b"]}]}}""", "spec.ingress[0].from[0].podSelector.matchExpressions[0].values must be empty with the operator Exists")]
    public void A_peer_that_the_API_server_refuses_is_named(string peer, string fault) =>
        Assert.Equal([$"NetworkPolicy in: {fault}"], Cluster.Of(Cluster.Policy("a", "in", $$"""{"podSelector":{},"ingress":[{"from":[{{peer}}]}]}""")).Problems);

    [Theory]
    [InlineData("""{"port":80,"endPort":79}""", "endPort must be at least 80, but is 79")]
    [InlineData("""{"port":"http","endPort":90}""", "endPort must come with the number of a port, but port is http")]
    [InlineData("""{"port":65536}""", "port must be from 1 to 65535, but is 65536")]
    [InlineData("""{"protocol":"ICMP"}""", "protocol must be one of TCP, UDP, SCTP, but is ICMP")]
    public void A_port_that_the_API_server_refuses_is_named(string port, string fault) =>
        Assert.Equal([$"NetworkPolicy in: spec.ingress[0].ports[0].{fault}"], Cluster.Of(Cluster.Policy("a", "in", $$"""{"podSelector":{},"ingress":[{"ports":[{{port}}]}]}""")).Problems);

    [Fact]
    public void The_administrators_rules_need_an_action_a_peer_and_a_priority() => Assert.Equal(
        ["AdminNetworkPolicy a: spec.priority must be from 0 to 1000, but is 1001", "AdminNetworkPolicy a: spec.egress[0].action must be one of Allow, Deny, Pass, but is Drop", "AdminNetworkPolicy a: spec.egress[0].to must name a peer, but is empty"],
        Cluster.Of("""{"apiVersion":"policy.networking.k8s.io/v1alpha1","kind":"AdminNetworkPolicy","metadata":{"name":"a"},"spec":{"priority":1001,"subject":{"namespaces":{}},"egress":[{"action":"Drop","to":[]}]}}""").Problems);
}
