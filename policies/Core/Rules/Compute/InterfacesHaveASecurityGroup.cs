using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class InterfacesHaveASecurityGroup() : StackPolicy(new PolicyInfo
{
    Id = "compute-interfaces-have-a-security-group",
    Title = "Interfaces of machines are behind a security group",
    Why = "A machine without a group, itself or its subnet, is reached on every port from the whole network.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkInterface:NetworkInterface", "azure:network/networkInterfaceSecurityGroupAssociation:NetworkInterfaceSecurityGroupAssociation", "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "azure:network/subnet:Subnet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Add a NetworkInterfaceSecurityGroupAssociation, or a SubnetNetworkSecurityGroupAssociation for the subnet.",
    Good = ["""[{ "type": "azure:network/networkInterface:NetworkInterface", "name": "n", "id": "/n" }, { "type": "azure:network/networkInterfaceSecurityGroupAssociation:NetworkInterfaceSecurityGroupAssociation", "name": "a", "properties": { "networkInterfaceId": "/n" } }]""", """[{ "type": "azure:network/networkInterface:NetworkInterface", "name": "n", "properties": { "ipConfigurations": [{ "subnetId": "/s" }] } }, { "type": "azure:network/subnet:Subnet", "name": "s", "id": "/s" }, { "type": "azure:network/subnetNetworkSecurityGroupAssociation:SubnetNetworkSecurityGroupAssociation", "name": "a", "properties": { "subnetId": "/s" } }]""", """[{ "type": "azure:network/networkInterface:NetworkInterface", "name": "n", "properties": { "networkSecurityGroupId": "/g" } }]"""],
    Bad = ["""[{ "type": "azure:network/networkInterface:NetworkInterface", "name": "n", "id": "/n", "properties": { "ipConfigurations": [{ "subnetId": "/s" }] } }]"""],
    Equivalents = ["AZU-0068"],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var groups = stack.References(this.Info.Types[2], "subnetId");
        var guarded = stack.OfType(this.Info.Types[3]).Where(subnet => groups.To(subnet).Any()).SelectMany(subnet => new[] { subnet.Urn, subnet.Id }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return stack.EachMustHave(this.Info.Types[0], this.Info.Types[1], "networkInterfaceId", "be behind a security group", applies: card => LacksOne(card, guarded));
    }

    // The id in the interface itself is of earlier versions of the provider.
    private static bool? LacksOne(Resource card, HashSet<string> guarded)
    {
        var subnets = card["ipConfigurations"].Items.Select(configuration => configuration["subnetId"]).ToList();
        var told = card.PropertyDependencies.TryGetValue("ipConfigurations", out var urns);
        return !card["networkSecurityGroupId"].IsAbsent || subnets.Any(subnet => subnet.AsText is { } id && guarded.Contains(id)) || (told && urns!.Any(guarded.Contains)) ? false
            : !told && (card["ipConfigurations"].IsUnknown || subnets.Any(subnet => subnet.IsUnknown)) ? null : true;
    }
}
