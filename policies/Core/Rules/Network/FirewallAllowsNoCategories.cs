using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallAllowsNoCategories() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-allows-no-categories",
    Title = "Firewalls allow no categories of sites",
    Why = "Somebody else decides, and changes, what is in a category.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name hosts.",
    Good = ["""{ "applicationRuleCollections": [ { "action": "Deny", "rules": [ { "webCategories": [ "Gambling" ] } ] } ] }"""],
    Bad = ["""{ "applicationRuleCollections": [ { "action": "Allow", "rules": [ { "webCategories": [ "Business" ] } ] } ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["applicationRuleCollections"].Items.Where(collection => string.Equals(collection["action"].AsText, "Allow", StringComparison.OrdinalIgnoreCase)).SelectMany(collection => collection["rules"].EachMust(rule => rule["webCategories"].MustBeAbsent()));
}
