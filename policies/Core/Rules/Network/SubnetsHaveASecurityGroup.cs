using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class SubnetsHaveASecurityGroup() : StackPolicy(new PolicyInfo
{
    Id = "network-subnets-have-a-security-group",
    Title = "Every subnet has a security group",
    Why = "A subnet without a group lets everything of the network in.",
    Severity = Severity.Medium,
    Types = ["azure:network/subnet:Subnet", "azure:network/virtualNetwork:VirtualNetwork", "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Add a SubnetNetworkSecurityGroupAssociation.",
    Good = ["""[{ "type": "azure:network/subnet:Subnet", "name": "a", "id": "/a" }, { "type": "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "name": "b", "properties": { "subnetId": "/a" } }]""", """[{ "type": "azure:network/subnet:Subnet", "name": "a", "properties": { "name": "AzureFirewallSubnet" } }]"""],
    Bad = ["""[{ "type": "azure:network/subnet:Subnet", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_31", "kics:5c822443-e1ea-46b8-84eb-758ec602e844"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:network/subnet:Subnet", "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "subnetId", "have a security group", applies: subnet => subnet["name"].IsUnknown ? null : !IsManaged(subnet.Root))
            .Concat(stack.OfType("azure:network/virtualNetwork:VirtualNetwork").SelectMany(network => network["subnets"].Items).Where(subnet => !IsManaged(subnet)).SelectMany(subnet => subnet["securityGroup"].MustExist()));

    // Azure's own subnets take no group.
    private static bool IsManaged(Field subnet) => subnet["name"].AsText is "AzureFirewallSubnet" or "AzureFirewallManagementSubnet" or "GatewaySubnet" or "AzureBastionSubnet" or "RouteServerSubnet";
}
