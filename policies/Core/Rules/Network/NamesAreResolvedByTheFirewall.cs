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
        ? stack.OfType("azure:network/virtualNetwork:VirtualNetwork").Where(network => !Servers(stack).HasUnknown && !Servers(stack).To(network).Any() && !IsHub(stack, network))
            .SelectMany(network => network["dnsServers"].MustExist().Concat(network["dnsServers"].EachMust(server => server.Must("be a private address", address => !AddressSet.TryParse(address.AsText, out var set) || Addresses.Private.Covers(set.Value))))) : [];

    // The firewall's own network asks Azure, where others are its clients.
    private static bool IsHub(Stack stack, Resource network) => stack.OfType("azure:network/virtualNetwork:VirtualNetwork").Skip(1).Any()
        && (network["subnets"].Items.Any(subnet => subnet["name"].AsText == "AzureFirewallSubnet") || Subnets(stack).To(network, network["name"].AsText).Any(subnet => subnet["name"].AsText == "AzureFirewallSubnet"));

    private static ReferenceIndex Servers(Stack stack) => stack.References("azure:network/virtualNetworkDnsServers:VirtualNetworkDnsServers", "virtualNetworkId");

    private static ReferenceIndex Subnets(Stack stack) => stack.References("azure:network/subnet:Subnet", "virtualNetworkName");
}
