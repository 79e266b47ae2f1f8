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
    public override IEnumerable<Finding> Check(Stack stack) =>
        Parents.SelectMany(pair => stack.OfType(pair.Parent).Where(parent => parent[pair.List].Items.Any() && stack.OfType(pair.Child).Any(child => child.RefersTo(pair.Link, parent) || (child[pair.Link].AsText is { } name && name == parent["name"].AsText)))
        .Select(parent => parent[pair.List].Violation("not be written in the parent, because other parts are written apart")));

    private static readonly (string Parent, string List, string Child, string Link)[] Parents =
    [
        ("azure:network/networkSecurityGroup:NetworkSecurityGroup", "securityRules", "azure:network/networkSecurityRule:NetworkSecurityRule", "networkSecurityGroupName"),
        ("azure:network/virtualNetwork:VirtualNetwork", "subnets", "azure:network/subnet:Subnet", "virtualNetworkName"),
        ("azure:network/routeTable:RouteTable", "routes", "azure:network/route:Route", "routeTableName"),
        ("azure:storage/account:Account", "networkRules", "azure:storage/accountNetworkRules:AccountNetworkRules", "storageAccountId"),
    ];
}
