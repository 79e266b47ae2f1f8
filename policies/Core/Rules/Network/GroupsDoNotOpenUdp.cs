using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsDoNotOpenUdp() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-do-not-open-udp",
    Title = "Security groups do not open UDP to the internet",
    Why = "Open UDP services are used to flood others.",
    Severity = Severity.High,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name the addresses that need it.",
    Good = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "53" }"""],
    Bad = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Udp", "sourceAddressPrefix": "*", "destinationPortRange": "*" }"""],
    Equivalents = ["CKV_AZURE_77", "kics:a3b4c5d6-e7f8-9012-3456-7890abcdef12"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        SecurityRule.Of(resource).SelectMany(rule => rule.MustNotOpen(Protocol.Udp, 53, 123, 161, 389, 1900));
}
