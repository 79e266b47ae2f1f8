using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

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
    Bad = ["""{ "applicationRuleCollections": [{ "action": "Allow", "rules": [{ "destinationFqdns": ["*.blob.core.windows.net"] }] }] }""", """{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "destinationAddresses": ["0.0.0.0/1"] }] }] }""", """{ "applicationRuleCollections": [{ "action": "Allow", "rules": [{ "destinationFqdns": ["*"] }] }] }""", """{ "networkRuleCollections": [{ "action": "Allow", "rules": [{ "destinationAddresses": ["AzureCloud.westeurope"] }] }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["applicationRuleCollections"].Items.Where(collection => collection["action"].AsText != "Deny").SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["destinationFqdns"].EachMust(host => host.Must("name a host, or a domain of somebody's", name => !Hosts.IsAnybodys(name.AsText))))
        .Concat(resource["networkRuleCollections"].Items.Where(collection => collection["action"].AsText != "Deny").SelectMany(collection => collection["rules"].Items).SelectMany(rule => rule["destinationAddresses"].EachMust(address => address.Must("name addresses or a single service", one => !IsWide(one.AsText ?? "")))));

    // Half of all addresses is as good as all of them, and some services are everybody's.
    private static bool IsWide(string address) => address is "*" || AzureServices.Any(service => address.Equals(service, StringComparison.OrdinalIgnoreCase) || address.StartsWith(service + ".", StringComparison.OrdinalIgnoreCase))
        || (AddressSet.TryParse(address, out var set) && Halves.Any(half => set.Value.Covers(half)));

    private static readonly string[] AzureServices = ["Internet", "AzureCloud", "Storage"];
    private static readonly IReadOnlyList<AddressSet> Halves = [.. new[] { "0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1" }.Select(text => AddressSet.TryParse(text, out var set) ? set.Value : throw new FormatException(text))];
}
