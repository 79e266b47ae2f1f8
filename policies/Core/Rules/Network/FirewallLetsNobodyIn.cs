using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallLetsNobodyIn() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-lets-nobody-in",
    Title = "The firewall forwards nobody in from anywhere",
    Why = "A forwarded port is a public service past every other rule.",
    Severity = Severity.Critical,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove the NAT rule, or name its callers.",
    Good = ["""{ "natRuleCollections": [{ "rules": [{ "sourceAddresses": ["203.0.113.4"] }] }] }""", """{ }"""],
    Bad = ["""{ "natRuleCollections": [{ "rules": [{ "sourceAddresses": ["*"] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["natRuleCollections"].Items.SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["sourceAddresses"].Items).SelectMany(address => address.MustNotBe("*", "0.0.0.0/0", "Internet"));
}
