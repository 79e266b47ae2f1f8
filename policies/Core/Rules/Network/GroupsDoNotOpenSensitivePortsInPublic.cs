using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsDoNotOpenSensitivePortsInPublic() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-do-not-open-sensitive-ports-in-public",
    Title = "Security groups do not open databases and old protocols to public addresses",
    Why = "Between the two ends others carry the traffic, and addresses change hands.",
    Severity = Severity.Low,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Reach it over a private network.",
    Good = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "10.0.0.0/24", "destinationPortRange": "23" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "203.0.113.0/28", "destinationPortRange": "443" }"""],
    Bad = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "203.0.113.0/28", "destinationPortRange": "3306" }"""],
    Equivalents = ["kics:e9dee01f-2505-4df2-b9bf-7804d1fd9082"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        SecurityRule.Of(resource).SelectMany(rule => rule.MustNotOpenSensitivePorts(SecurityRule.PublicAddresses, "public addresses"));
}
