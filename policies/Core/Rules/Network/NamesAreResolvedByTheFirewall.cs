using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NamesAreResolvedByTheFirewall() : StackPolicy(new PolicyInfo
{
    Id = "network-names-are-resolved-by-the-firewall",
    Title = "A network behind a firewall asks the firewall for names",
    Why = "Rules by name hold only for what the firewall itself resolved; another resolver carries data out.",
    Severity = Severity.Low,
    Types = ["azure:network/virtualNetwork:VirtualNetwork", "azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.Disclosure, Threat.ModelStealing],
    Controls = [Framework.Mcsb("NS-2"), Framework.Atlas("AML.T0025")],
    Remediation = "Set dnsServers of the network to the firewall's private address.",
    Good = ["""[{ "type": "azure:network/firewallPolicy:FirewallPolicy", "name": "f", "properties": { "dns": { "proxyEnabled": true } } }, { "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n", "properties": { "dnsServers": ["10.0.0.4"] } }]""", """[{ "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n" }]""", """[{ "type": "azure:network/firewallPolicy:FirewallPolicy", "name": "f", "properties": { "dns": { "proxyEnabled": true } } }, { "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n", "id": "/n" }, { "type": "azure:network/virtualNetworkDnsServers:VirtualNetworkDnsServers", "name": "d", "properties": { "virtualNetworkId": "/n", "dnsServers": ["10.0.0.4"] } }]"""],
    Bad = ["""[{ "type": "azure:network/firewallPolicy:FirewallPolicy", "name": "f", "properties": { "dns": { "proxyEnabled": true } } }, { "type": "azure:network/virtualNetwork:VirtualNetwork", "name": "n" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType("azure:network/firewallPolicy:FirewallPolicy").Any(policy => policy["dns.proxyEnabled"].AsBoolean == true)
        ? stack.OfType("azure:network/virtualNetwork:VirtualNetwork").Where(network => !stack.OfType("azure:network/virtualNetworkDnsServers:VirtualNetworkDnsServers").Any(servers => servers.RefersTo("virtualNetworkId", network) || servers["virtualNetworkId"].IsUnknown) && !IsHub(stack, network)).SelectMany(network => network["dnsServers"].MustExist().Concat(network["dnsServers"].EachMust(server => server.Must("be a private address", address => !AddressSet.TryParse(address.AsText, out var set) || Private.Covers(set.Value))))) : [];

    private static readonly AddressSet Private = new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "168.63.129.16", "fc00::/7" }.Aggregate(default(AddressSet), (all, text) => AddressSet.TryParse(text, out var set) ? all.Union(set.Value) : throw new FormatException(text));

    // The firewall's own network asks Azure, where others are its clients.
    private static bool IsHub(Stack stack, Resource network) => stack.OfType("azure:network/virtualNetwork:VirtualNetwork").Skip(1).Any() && IsHome(stack, network);

    private static bool IsHome(Stack stack, Resource network) => network["subnets"].Items.Any(subnet => subnet["name"].AsText == "AzureFirewallSubnet")
        || stack.OfType("azure:network/subnet:Subnet").Any(subnet => subnet["name"].AsText == "AzureFirewallSubnet" && (subnet.RefersTo("virtualNetworkName", network) || (subnet["virtualNetworkName"].AsText is { } name && name == network["name"].AsText)));
}
