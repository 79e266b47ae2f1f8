using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsDoNotOpenTheWayOut() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-do-not-open-the-way-out",
    Title = "Security groups do not allow traffic to every port of the internet",
    Why = "Weights and data leave by the way that is open.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name ports and where it may go, and send it through the firewall.",
    Good = ["""{ "direction": "Outbound", "access": "Allow", "protocol": "Tcp", "destinationAddressPrefix": "10.0.0.0/16", "destinationPortRange": "443" }"""],
    Bad = ["""{ "direction": "Outbound", "access": "Allow", "protocol": "*", "destinationAddressPrefix": "0.0.0.0/0", "destinationPortRange": "*" }"""],
    Equivalents = ["AZU-0051"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        SecurityRule.Of(resource).SelectMany(rule => rule.MustNotLetOut());
}
