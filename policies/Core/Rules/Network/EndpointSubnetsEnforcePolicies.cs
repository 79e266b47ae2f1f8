using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class EndpointSubnetsEnforcePolicies() : StackPolicy(new PolicyInfo
{
    Id = "network-endpoint-subnets-enforce-policies",
    Title = "Security groups hold for private endpoints",
    Why = "By default a subnet's security group and routes do not hold for the endpoints in it.",
    Severity = Severity.Low,
    Types = ["azure:network/subnet:Subnet", "azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1"), Framework.Nist("SC-7")],
    Remediation = "Set privateEndpointNetworkPolicies to Enabled.",
    Good = ["""[{ "type": "azure:network/subnet:Subnet", "name": "s", "id": "/s", "properties": { "privateEndpointNetworkPolicies": "Enabled" } }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "e", "properties": { "subnetId": "/s" } }]""", """[{ "type": "azure:network/subnet:Subnet", "name": "s", "id": "/s" }]"""],
    Bad = ["""[{ "type": "azure:network/subnet:Subnet", "name": "s", "id": "/s" }, { "type": "azure:privatelink/endpoint:Endpoint", "name": "e", "properties": { "subnetId": "/s" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType("azure:network/subnet:Subnet").Where(subnet => stack.References("azure:privatelink/endpoint:Endpoint", "subnetId").To(subnet).Any()).SelectMany(subnet => subnet["privateEndpointNetworkPolicies"].MustBeOneOf(["Enabled", "NetworkSecurityGroupEnabled"]));
}
