using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallRulesAreInAPolicy() : StackPolicy(new PolicyInfo
{
    Id = "network-firewall-rules-are-in-a-policy",
    Title = "Rules of firewalls are in a policy",
    Why = "Classic rules are outside the policy that everybody reviews.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallApplicationRuleCollection:FirewallApplicationRuleCollection", "azure:network/firewallNetworkRuleCollection:FirewallNetworkRuleCollection", "azure:network/firewallNatRuleCollection:FirewallNatRuleCollection", "azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Move them to a FirewallPolicyRuleCollectionGroup.",
    Good = ["""[{ "type": "azure:network/firewallPolicy:FirewallPolicy", "name": "p", "id": "/p" }]"""],
    Bad = ["""[{ "type": "azure:network/firewallNetworkRuleCollection:FirewallNetworkRuleCollection", "name": "c", "id": "/c" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType(this.Info.Types.Take(3)).Select(collection => collection.Violation("the rules must be in a FirewallPolicyRuleCollectionGroup, but are in a classic collection"));
}
