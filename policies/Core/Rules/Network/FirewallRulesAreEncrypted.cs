using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallRulesAreEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-rules-are-encrypted",
    Title = "Firewall rules allow HTTPS, not HTTP",
    Why = "What comes in clear can be changed on its way.",
    Severity = Severity.Low,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.SupplyChain, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set the type to Https.",
    Good = ["""{ "applicationRuleCollections": [{ "rules": [{ "protocols": [{ "type": "Https", "port": 443 }] }] }] }"""],
    Bad = ["""{ "applicationRuleCollections": [{ "rules": [{ "protocols": [{ "type": "Http", "port": 80 }] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["applicationRuleCollections"].Items.Where(collection => collection["action"].AsText != "Deny").SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["protocols"].Items).SelectMany(protocol => protocol["type"].MustBeOneOf(["Https", "Mssql"], whenAbsent: true));
}
