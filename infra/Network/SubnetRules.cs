using System.Net;
using LlmOpsSecure.Infra.Configuration;

namespace LlmOpsSecure.Infra.Network;

/// <summary>What may pass the border of each subnet. Everything else is denied by the last rules, in both directions.</summary>
public sealed class SubnetRules(NetworkSettings network)
{
    private static readonly string[] NodePools = ["system", "edge", "gpu", "sandbox"];

    // DNS, HTTPS and webhooks, AI gateway extension, egress proxy, Cilium health, API server tunnel, rate-limit store, tools and rate limits, guard, kubelet, gateway control plane.
    private static readonly string[] ClusterPorts = ["53", "443", "1063", "3128", "4240", "4443", "6379", "8080-8081", "8443", "10250", "18000-18002", "19001-19003"];

    private readonly AddressPlan plan = new(network);

    /// <summary>The rules of a subnet in the order of their priority; empty for the firewall's, which Azure forbids to have any.</summary>
    public IReadOnlyList<NetworkRule> Of(string subnet) => subnet switch
    {
        AddressPlan.Firewall => [],
        "endpoints" => [this.FromCluster(subnet, ["443", "5671"]), ToNothing(), DenyInbound(), DenyOutbound()],
        "api-server" => [this.FromCluster(subnet, ["443", "4443"]), FromLoadBalancer(["443", "4443"]), this.ToCluster(), DenyInbound(), DenyOutbound()],
        "edge" => [this.FromClients(), this.FromCluster(subnet, ClusterPorts), FromLoadBalancer(["443"]), .. this.ToIssuer(), .. this.NodeOutbound(), DenyInbound(), DenyOutbound()],
        _ => [this.FromCluster(subnet, ClusterPorts), .. this.NodeOutbound(), DenyInbound(), DenyOutbound()],
    };

    private static NetworkRule FromLoadBalancer(IReadOnlyList<string> ports) =>
        new("allow-load-balancer", true, true, ["AzureLoadBalancer"], ["*"], ports, "Tcp", "Health probes of the internal load balancer");

    private static NetworkRule DenyInbound() => new("deny-inbound", true, false, ["*"], ["*"], ["*"], "*", "Nothing else arrives");

    private static NetworkRule DenyOutbound() => new("deny-outbound", false, false, ["*"], ["*"], ["*"], "*", "Nothing else leaves");

    private NetworkRule FromClients() => new("allow-clients", true, true, [.. network.ClientRanges.Select(range => range.ToString())], [this.Range("edge")], ["443"], "Tcp", "Clients reach the gateways");

    private NetworkRule FromCluster(string subnet, IReadOnlyList<string> ports) =>
        new("allow-cluster", true, true, this.ClusterRanges, subnet is "endpoints" or "api-server" ? [this.Range(subnet)] : [this.Range(subnet), network.PodRange.ToString()], ports, "*", "Nodes and pods of the cluster");

    // Without egress the issuer of tokens is one of the clients' own network.
    private IEnumerable<NetworkRule> ToIssuer() => network.Egress == EgressMode.None
        ? [new("allow-issuer-out", false, true, ["*"], [.. network.ClientRanges.Select(range => range.ToString())], ["443"], "Tcp", "The gateways fetch the keys of the issuer")]
        : [];

    private NetworkRule ToCluster() => new("allow-cluster-out", false, true, ["*"], this.ClusterRanges, ClusterPorts, "*", "Nodes and pods of the cluster");

    private static NetworkRule ToNothing() => new("deny-internet", false, false, ["*"], ["Internet"], ["*"], "*", "Endpoints answer and never call out");

    private IEnumerable<NetworkRule> NodeOutbound()
    {
        yield return this.ToCluster();
        yield return new("allow-services-out", false, true, ["*"], [this.Range("api-server"), this.Range("endpoints")], ["443", "5671"], "Tcp", "API server and private endpoints");
        if (network.Egress != EgressMode.None)
        {
            yield return new("allow-firewall-dns", false, true, ["*"], [this.FirewallAddress], ["53"], "*", "Names are resolved by the firewall");
            yield return new("allow-https-through-firewall", false, true, ["*"], ["Internet"], ["443"], "Tcp", "The route table sends it to the firewall, which knows the host names");
        }

        yield return new("deny-internet", false, false, ["*"], ["Internet"], ["*"], "*", "No other way to the internet");
    }

    private string FirewallAddress => network.HubFirewallAddress ?? this.plan.FirewallAddress;

    private IReadOnlyList<string> ClusterRanges => [.. NodePools.Select(this.Range), this.Range("api-server"), network.PodRange.ToString()];

    private string Range(string subnet) => this.plan[subnet].ToString();
}
