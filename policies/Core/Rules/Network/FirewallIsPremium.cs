using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallIsPremium() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-is-premium",
    Title = "The firewall inspects what passes",
    Why = "Only the premium tier looks for intrusions.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewall:Firewall", "azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set skuTier to Premium.",
    Good = ["""{ "skuTier": "Premium" }"""],
    Bad = ["""{ "skuTier": "Standard" }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource[resource.Type.EndsWith("FirewallPolicy", StringComparison.Ordinal) ? "sku" : "skuTier"].MustBeOneOf(["Premium"]);
}
