using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class GroupsDoNotOpenRemoteDesktop() : ResourcePolicy(new PolicyInfo
{
    Id = "network-groups-do-not-open-remote-desktop",
    Title = "Security groups do not open remote desktop to the internet",
    Why = "Everybody may otherwise try.",
    Severity = Severity.Critical,
    Types = ["azure:network/networkSecurityRule:NetworkSecurityRule", "azure:network/networkSecurityGroup:NetworkSecurityGroup"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.CisAzure("7.1")],
    Remediation = "Name the addresses that need it, or remove the rule.",
    Good = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "10.0.0.0/8", "destinationPortRange": "3389" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "443" }"""],
    Bad = ["""{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "*", "destinationPortRange": "3389" }""", """{ "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "0.0.0.0/0", "destinationPortRange": "20-9999" }"""],
    Equivalents = ["CKV_AZURE_9", "AVD-AZU-0048", "kics:efbf6449-5ec5-4cfe-8f15-acc51e0d787c", "kics:59cb3da7-f206-4ae6-b827-7abf0a9cab9d"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        SecurityRule.Of(resource).SelectMany(rule => rule.MustNotOpen(Protocol.Tcp, 3389));
}
