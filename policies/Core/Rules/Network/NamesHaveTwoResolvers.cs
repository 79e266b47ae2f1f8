using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NamesHaveTwoResolvers() : StackPolicy(new PolicyInfo
{
    Id = "network-names-have-two-resolvers",
    Title = "Networks that name their DNS servers name two, or a firewall",
    Why = "Nothing in the network finds anything while the only server is away.",
    Severity = Severity.Low,
    Types = ["azure:network/virtualNetwork:VirtualNetwork", "azure:network/virtualNetworkDnsServers:VirtualNetworkDnsServers", "azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Name a second server.",
    Good = ["""[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n", "properties": { "dnsServers": ["10.0.0.4", "10.0.0.5"] } }]""", """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n" }]""", """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n", "properties": { "dnsServers": ["10.0.0.4"] } }, { "type": "azure:network/firewallPolicy:FirewallPolicy", "name": "f", "properties": { "dns": { "proxyEnabled": true } } }]"""],
    Bad = ["""[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n", "properties": { "dnsServers": ["10.0.0.4"] } }]"""],
    Equivalents = ["CKV_AZURE_182"],
})
{
    // The one address of a firewall is that of all its instances, and one that another resource gives is that of a service which Azure keeps up.
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType("azure:network/firewallPolicy:FirewallPolicy").Any(policy => policy["dns.proxyEnabled"].IsUnknown || policy["dns.proxyEnabled"].AsBoolean == true) ? []
        : stack.OfType("azure:network/virtualNetwork:VirtualNetwork", "azure:network/virtualNetworkDnsServers:VirtualNetworkDnsServers")
            .Where(network => !network.PropertyDependencies.TryGetValue("dnsServers", out var urns) || urns.Count == 0).Select(network => network["dnsServers"])
            .Where(servers => servers.IsKnown && servers.Items.Take(2).ToList() is [{ IsUnknown: false }]).Select(servers => servers.Violation("name two servers"));
}
