using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Reads where the API servers of a stack's clusters are, and who may call them.</summary>
internal static class ApiServers
{
    /// <summary>The property with the subnet of a server that is in the network; the nodes' subnet has the endpoint of one that Azure makes private otherwise.</summary>
    public static string SubnetProperty(Resource cluster) => IsInNetwork(cluster) == Truth.No ? "defaultNodePool.vnetSubnetId" : "apiServerAccessProfile.subnetId";

    /// <summary>The servers as ends of connections.</summary>
    public static IEnumerable<EndpointEnd> In(Stack stack) => stack.OfType(AzureNames.Cluster).Where(cluster => !cluster["defaultNodePool"].IsAbsent).Select(cluster =>
        new EndpointEnd(cluster["name"].AsText ?? cluster.Name, AzureNames.Title(cluster), HostOf(cluster), cluster.Urn, cluster.Urn) { ApiServer = ExposureOf(cluster) });

    private static ApiServerExposure ExposureOf(Resource cluster)
    {
        var ranges = cluster["apiServerAccessProfile.authorizedIpRanges"] is { IsAbsent: false } written && !written.IsLeftOut() ? written : cluster["apiServerAuthorizedIpRanges"];
        var isPrivate = cluster["privateClusterEnabled"];
        return new(
            isPrivate.IsUnknown && !isPrivate.IsLeftOut() ? Truth.Maybe : isPrivate.AsBoolean == true ? Truth.Yes : Truth.No, IsInNetwork(cluster) != Truth.No,
            ranges.IsLeftOut() ? NamedAddresses.Exactly(AddressSet.All)
            : ranges.IsUnknown || ranges.Items.Any(range => range.IsUnknown) ? new(default, AddressSet.All)
            : ranges.Items.Any() ? NamedAddresses.Exactly(ranges.Items.Aggregate(default(AddressSet), (all, range) => AddressSet.TryParse(range.AsText, out var set) ? all.Union(set.Value) : all))
            : NamedAddresses.Exactly(AddressSet.All));
    }

    private static Truth IsInNetwork(Resource cluster) => cluster["apiServerAccessProfile.virtualNetworkIntegrationEnabled"] is var setting && setting.IsLeftOut() ? Truth.No : setting.IsUnknown ? Truth.Maybe : setting.AsBoolean == true ? Truth.Yes : Truth.No;

    // The name has a part that Azure makes.
    private static string? HostOf(Resource cluster) => cluster["dnsPrefix"].AsText is { } prefix && cluster["location"].AsText is { } location
        ? $"{prefix}-*.hcp.{location.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.azmk8s.io" : null;
}
