using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsDoNotOpenWeb() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-do-not-open-web",
    Title = "Security groups do not open HTTP to the internet",
    Why = "Everybody may otherwise try.",
    Severity = Severity.High,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAzure("7.4")],
    Remediation = "Name the addresses that need it, or remove the rule.",
    Good = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "10.0.0.0/8", "destinationPortRange": "80" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "443" }"""],
    Bad = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "80" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "0.0.0.0/0", "destinationPortRange": "20-9999" }"""],
    Equivalents = ["CKV_AZURE_160"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        SecurityRule.Of(resource).SelectMany(rule => rule.MustNotOpen(Protocol.Tcp, 80));
}
