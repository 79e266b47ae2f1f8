using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallRulesNameSources() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-rules-name-sources",
    Title = "Firewall rules name who may use them",
    Why = "A host that was taken over uses the rule that was meant for another.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.ModelStealing, Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name subnets or IP groups.",
    Good = ["""{ "applicationRuleCollections": [{ "rules": [{ "sourceAddresses": ["10.0.0.0/24"] }] }] }"""],
    Bad = ["""{ "applicationRuleCollections": [{ "rules": [{ "sourceAddresses": ["*"] }] }] }""", """{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "sourceAddresses": ["*"] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Rules(resource).Where(rule => rule["sourceIpGroups"].IsAbsent).SelectMany(rule => rule["sourceAddresses"].Items).SelectMany(address => address.MustNotBe("*", "0.0.0.0/0"));

    private static IEnumerable<Field> Rules(Resource group) => group["applicationRuleCollections"].Items.Concat(group["networkRuleCollections"].Items).Where(collection => collection["action"].AsText != "Deny").SelectMany(collection => collection["rules"].Items);
}
