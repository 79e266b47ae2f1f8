using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallRulesNameProtocols() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-rules-name-protocols",
    Title = "Firewall rules name protocols",
    Why = "A rule for any protocol is a tunnel for anything.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name TCP or UDP.",
    Good = ["""{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "protocols": ["TCP"] }] }] }"""],
    Bad = ["""{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "protocols": ["Any"] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkRuleCollections"].Items.Where(collection => collection["action"].AsText != "Deny").SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["protocols"].Items).SelectMany(protocol => protocol.MustNotBe("Any"));
}
