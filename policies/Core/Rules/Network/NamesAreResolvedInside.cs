using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class NamesAreResolvedInside() : ResourcePolicy(new PolicyInfo
{
    Id = "network-names-are-resolved-inside",
    Title = "Networks ask DNS servers with private addresses",
    Why = "A stranger sees every name that is asked for, and answers as he likes.",
    Severity = Severity.Low,
    Types = ["azure:network/virtualNetwork:VirtualNetwork", "azure:network/virtualNetworkDnsServers:VirtualNetworkDnsServers"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Name servers of your own, such as the firewall.",
    Good = ["""{ "dnsServers": [ "10.0.0.4" ] }""", """{ }"""],
    Bad = ["""{ "dnsServers": [ "8.8.8.8" ] }"""],
    Equivalents = ["CKV_AZURE_183"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["dnsServers"].Items.SelectMany(server => server.Must("be a private address", found => found.AsText is not { } text || !AddressSet.TryParse(text.Trim(), out var address) || Addresses.Private.Covers(address.Value)));
}
