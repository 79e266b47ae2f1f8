using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallReadsWhatItJudges() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-reads-what-it-judges",
    Title = "Firewall rules for URLs end TLS",
    Why = "The path is not seen within TLS, so that the rule says nothing.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set terminateTls to true.",
    Good = ["""{ "applicationRuleCollections": [ { "rules": [ { "destinationUrls": [ "a.example/b" ], "terminateTls": true } ] } ] }""", """{ }"""],
    Bad = ["""{ "applicationRuleCollections": [ { "rules": [ { "destinationUrls": [ "a.example/b" ] } ] } ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["applicationRuleCollections"].EachMust(collection => collection["rules"].EachMust(rule => rule["destinationUrls"].Items.Any() ? rule["terminateTls"].MustBe(true) : []));
}
