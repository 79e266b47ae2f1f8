using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsDoNotOpenSensitivePorts() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-do-not-open-sensitive-ports",
    Title = "Security groups do not open databases and old protocols to the internet",
    Why = "Everybody may otherwise try, and much of it has no encryption.",
    Severity = Severity.High,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the addresses that need it, or remove the rule.",
    Good = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "10.0.0.0/24", "destinationPortRange": "23" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "443" }"""],
    Bad = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "23" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "0.0.0.0/0", "destinationPortRange": "20-21" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "Internet", "destinationPortRange": "3306" }"""],
    Equivalents = ["kics:594c198b-4d79-41b8-9b36-fde13348b619", "AZU-0074"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        SecurityRule.Of(resource).SelectMany(rule => rule.MustNotOpenSensitivePorts(SecurityRule.Anywhere, "the internet"));
}
