using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsOpenSensitivePortsToFewNetworks() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-open-sensitive-ports-to-few-networks",
    Title = "Security groups do not open databases and old protocols to all private networks",
    Why = "Whoever is in one corner of the network may try all the others.",
    Severity = Severity.Low,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name the subnets that need it.",
    Good = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "10.0.0.0/24", "destinationPortRange": "23" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "10.0.0.0/8", "destinationPortRange": "443" }"""],
    Bad = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "10.0.0.0/8", "destinationPortRange": "23" }"""],
    Equivalents = ["kics:c6c7b33d-d7f6-4ab8-8c82-ca0431ecdb7e"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        SecurityRule.Of(resource).SelectMany(rule => rule.MustNotOpenSensitivePorts(SecurityRule.WholePrivateRanges, "all private networks"));
}
