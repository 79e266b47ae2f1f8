using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NetworksHaveDdosProtection() : StackPolicy(new PolicyInfo
{
    Id = "network-networks-have-ddos-protection",
    Title = "Networks with public addresses are protected against floods",
    Why = "A flood takes down every public address of the network.",
    Severity = Severity.Low,
    Types = ["azure:network/virtualNetwork:VirtualNetwork", "azure:network/publicIp:PublicIp", "azure:network/ddosProtectionPlan:DdosProtectionPlan"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("NS-5")],
    Remediation = "Give ddosProtectionPlan, or set ddosProtectionMode of each public address to Enabled.",
    Good =
    [
        """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n", "properties": { "ddosProtectionPlan": { "id": "/p", "enable": true } } }, { "type": "azure:network/publicIp:PublicIp", "name": "a" }]""",
        """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n" }, { "type": "azure:network/publicIp:PublicIp", "name": "a", "properties": { "ddosProtectionMode": "Enabled" } }]""",
        """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n" }]""",
    ],
    Bad = ["""[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n" }, { "type": "azure:network/publicIp:PublicIp", "name": "a" }]""", """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n", "properties": { "ddosProtectionPlan": { "id": "/p", "enable": false } } }, { "type": "azure:network/ddosProtectionPlan:DdosProtectionPlan", "name": "p" }]"""],
    Equivalents = ["kics:b4cc2c52-34a6-4b43-b57c-4bdeb4514a5a"],
})
{
    // A plan that no network uses is a mistake too; an address takes its protection from the network unless it says otherwise.
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType("azure:network/ddosProtectionPlan:DdosProtectionPlan").Any() || stack.OfType("azure:network/publicIp:PublicIp").Any(address => address["ddosProtectionMode"].MustBe("Enabled").OfType<Violation>().Any())
            ? stack.OfType("azure:network/virtualNetwork:VirtualNetwork").SelectMany(network => network["ddosProtectionPlan.enable"].MustBe(true)) : [];
}
