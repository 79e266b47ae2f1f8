using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallRulesNamePorts() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-rules-name-ports",
    Title = "Firewall rules name ports",
    Why = "A rule for every port is a tunnel for anything.",
    Severity = Severity.High,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1"), Framework.Atlas("AML.T0025")],
    Remediation = "Name the ports.",
    Good = ["""{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "destinationPorts": ["443"] }] }] }"""],
    Bad = ["""{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "destinationPorts": ["*"] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkRuleCollections"].Items.Where(collection => collection["action"].AsText != "Deny").SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["destinationPorts"].Items).SelectMany(port => port.MustNotBe("*", "0-65535", "1-65535"));
}
