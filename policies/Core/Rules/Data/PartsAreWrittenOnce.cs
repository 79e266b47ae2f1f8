using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class PartsAreWrittenOnce() : StackPolicy(new PolicyInfo
{
    Id = "data-parts-are-written-once",
    Title = "Subnets and rules are written in one place",
    Why = "A network, group or account that lists its parts removes those that are written apart, at every other update.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkSecurityGroup:NetworkSecurityGroup", "azure:network/virtualNetwork:VirtualNetwork", "azure:storage/account:Account"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Nist("CM-2")],
    Remediation = "Write all parts apart, or all in the parent.",
    Good = ["""[{ "type": "azure:network/networkSecurityGroup:NetworkSecurityGroup", "name": "g", "id": "/g", "properties": { "name": "g", "securityRules": [{ }] } }]""", """[{ "type": "azure:network/networkSecurityGroup:NetworkSecurityGroup", "name": "g", "properties": { "name": "g" } }, { "type": "azure:network/networkSecurityRule:NetworkSecurityRule", "name": "r", "properties": { "networkSecurityGroupName": "g" } }]"""],
    Bad = ["""[{ "type": "azure:network/networkSecurityGroup:NetworkSecurityGroup", "name": "g", "properties": { "name": "g", "securityRules": [{ "name": "a" }] } }, { "type": "azure:network/networkSecurityRule:NetworkSecurityRule", "name": "r", "properties": { "networkSecurityGroupName": "g" } }]""", """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "v", "properties": { "name": "v", "subnets": [{ "name": "a" }] } }, { "type": "azure:network/subnet:Subnet", "name": "s", "properties": { "virtualNetworkName": "v" } }]""", """[{ "type": "azure:storage/account:Account", "name": "a", "id": "/a", "properties": { "networkRules": { "defaultAction": "Deny" } } }, { "type": "azure:storage/accountNetworkRules:AccountNetworkRules", "name": "r", "properties": { "storageAccountId": "/a" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        foreach (var (parentType, list, childType, link) in Parents)
        {
            var children = stack.References(childType, link);
            foreach (var parent in stack.OfType(parentType))
            {
                var apart = children.To(parent, parent["name"].AsText).ToList();
                if (apart.Count > 0 && parent[list].Items.Any(part => part.IsKnown && !IsShown(part, apart)))
                {
                    yield return parent[list].Violation("not be written in the parent, because other parts are written apart");
                }
            }
        }
    }

    // A preview has a list that the program left out as unknown. After deployment the provider shows parts that are written apart in the parent too: with an id, or as one of them.
    private static bool IsShown(Field part, List<Resource> apart) => part["id"].AsText is { Length: > 0 }
        || new[] { "name", "defaultAction" }.Any(member => part[member].AsText is { } text && apart.Any(child => child[member].AsText == text));

    private static readonly (string Parent, string List, string Child, string Link)[] Parents =
    [
        ("azure:network/networkSecurityGroup:NetworkSecurityGroup", "securityRules", "azure:network/networkSecurityRule:NetworkSecurityRule", "networkSecurityGroupName"),
        ("azure:network/virtualNetwork:VirtualNetwork", "subnets", "azure:network/subnet:Subnet", "virtualNetworkName"),
        ("azure:network/routeTable:RouteTable", "routes", "azure:network/route:Route", "routeTableName"),
        ("azure:storage/account:Account", "networkRules", "azure:storage/accountNetworkRules:AccountNetworkRules", "storageAccountId"),
    ];
}
