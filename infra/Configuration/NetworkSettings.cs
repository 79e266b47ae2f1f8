using System.Net;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Addresses and the way out.</summary>
public sealed record NetworkSettings
{
    /// <summary>The spoke's private IPv4 range, /8 to /22; the subnets are cut from it.</summary>
    public required IPNetwork AddressSpace { get; init; }

    /// <summary>Range of the pods' overlay addresses, which are never routed.</summary>
    public required IPNetwork PodRange { get; init; }

    /// <summary>Range of the services' virtual addresses, which are never routed.</summary>
    public required IPNetwork ServiceRange { get; init; }

    /// <summary>Subnets given by name instead of being cut from the address space.</summary>
    public required IReadOnlyDictionary<string, IPNetwork> Subnets { get; init; }

    /// <summary>How traffic leaves.</summary>
    public required EgressMode Egress { get; init; }

    /// <summary>Resource id of the hub network to peer with; set with <see cref="EgressMode.Hub"/>.</summary>
    public string? HubNetworkId { get; init; }

    /// <summary>Private address of the hub's firewall; set with <see cref="EgressMode.Hub"/>.</summary>
    public string? HubFirewallAddress { get; init; }

    /// <summary>Resource id of a DDoS protection plan; null leaves the platform's basic protection.</summary>
    public string? DdosPlanId { get; init; }

    /// <summary>Ranges whose clients may reach the gateways.</summary>
    public required IReadOnlyList<IPNetwork> ClientRanges { get; init; }
}
