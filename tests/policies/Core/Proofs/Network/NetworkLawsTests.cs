using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests.Proofs.Network;

/// <summary>What the examples of the laws of the network cannot say.</summary>
public sealed class NetworkLawsTests
{
    private const string Server = """{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "containers": [{ "name": "a", "image": "r.example/vllm/vllm-openai:v0.32.0", "args": [] }] } } }""";
    private const string Other = """{ "type": "kubernetes:core/v1:Pod", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "containers": [] } } }""";

    [Fact]
    public void Who_goes_around_a_gateway_breaks_the_law_where_there_is_one()
    {
        const string Inside = """{ "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { }, "ingress": [{ "from": [{ "podSelector": { } }] }] } } }""";
        const string Gateway = """{ "type": "kubernetes:gateway.networking.k8s.io/v1:GatewayClass", "name": "c", "properties": { "metadata": { "name": "c" }, "spec": { "controllerName": "gateway.envoyproxy.io/gatewayclass-controller" } } }, { "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "llm", "properties": { "metadata": { "name": "llm", "namespace": "g" }, "spec": { "gatewayClassName": "c" } } }""";
        var policy = PolicyPack.Kit.Find("network-model-servers-answer-gateways-only")!;
        Assert.Empty(Examples.Judge(policy, $"[{Server}, {Other}, {Inside}]"));
        Assert.Equal("the model server must answer its gateway only, but n/b[Pod] reaches n/a[Pod]: all connections", Assert.IsType<Violation>(Assert.Single(Examples.Judge(policy, $"[{Server}, {Other}, {Inside}, {Gateway}]"))).Message);
    }

    [Fact]
    public void Beside_a_model_server_no_pod_reaches_the_metadata()
    {
        const string Policy = """{ "type": "kubernetes:networking.k8s.io/v1:NetworkPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "podSelector": { }, "policyTypes": ["Egress"] } } }""";
        var policy = PolicyPack.Kit.Find("network-metadata-is-unreachable")!;
        Assert.Equal(["the pods must not reach 169.254.169.254 and 168.63.129.16, but m/b[Pod] may: all connections"], Examples.Judge(policy, $"[{Server}, {Other.Replace("\"n\"", "\"m\"", StringComparison.Ordinal)}, {Policy}]").Select(finding => finding.Message));
    }

    [Fact]
    public void What_only_a_lower_layer_stops_is_told_with_that_layer()
    {
        const string Nodes = """{ "type": "azure:network/subnet:Subnet", "name": "u", "id": "/u", "properties": { "name": "u", "addressPrefixes": ["10.0.0.0/24"] } }, { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "p", "properties": { "name": "p", "vnetSubnetId": "/u" } }, { "type": "azure:network/networkSecurityGroup:NetworkSecurityGroup", "name": "g", "id": "/g", "properties": { "name": "g", "securityRules": [{ "name": "no", "priority": 200, "direction": "Outbound", "access": "Deny", "protocol": "*", "sourcePortRange": "*", "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*" }] } }, { "type": "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "name": "o", "properties": { "subnetId": "/u", "networkSecurityGroupId": "/g" } }""";
        Assert.Equal("the pods must reach no public address, but n/a[Pod] may: all connections, stopped only by security group g and route", Assert.IsType<Violation>(Assert.Single(Examples.Judge(PolicyPack.Kit.Find("serving-servers-reach-no-internet")!, $"[{Server}, {Nodes}]"))).Message);
    }
}
