using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallAllowsExactHosts() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-allows-exact-hosts",
    Title = "The firewall allows hosts by name, not all",
    Why = "A rule for everything is no rule.",
    Severity = Severity.Critical,
    Types = ["azure:network/firewallPolicyRuleCollectionGroup:FirewallPolicyRuleCollectionGroup"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name the hosts.",
    Good = ["""{ "applicationRuleCollections": [{ "action": "Allow", "rules": [{ "destinationFqdns": ["mcr.microsoft.com"] }] }] }"""],
    Bad = ["""{ "applicationRuleCollections": [{ "action": "Allow", "rules": [{ "destinationFqdns": ["*"] }] }] }""", """{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "destinationAddresses": ["AzureCloud.westeurope"] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["applicationRuleCollections"].Items.Where(collection => collection["action"].AsText == "Allow").SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["destinationFqdns"].Items.Where(host => host.AsText is "*" or "*.*").Select(host => host.Violation("name a host")))
        .Concat(resource["networkRuleCollections"].Items.Where(collection => collection["action"].AsText == "Allow").SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["destinationAddresses"].Items.Where(address => address.AsText is "*" or "0.0.0.0/0" or "Internet" or "AzureCloud" || address.AsText?.StartsWith("AzureCloud.", StringComparison.Ordinal) == true).Select(address => address.Violation("name addresses or a single service"))));
}
