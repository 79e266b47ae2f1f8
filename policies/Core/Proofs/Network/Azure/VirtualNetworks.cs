using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>The virtual networks of a stack and what peerings join. A peering carries traffic once both of its sides exist and both let traffic through.</summary>
internal sealed class VirtualNetworks
{
    private const string Own = "virtualNetworkName";
    private const string Remote = "remoteVirtualNetworkId";

    // By these a network meets others that the stack does not tell.
    private static readonly string[] Gateways = ["azure:network/virtualNetworkGateway:VirtualNetworkGateway", "azure:network/virtualHubConnection:VirtualHubConnection", "azure:network/expressRouteGateway:ExpressRouteGateway"];

    private readonly IReadOnlyList<Resource> networks;
    private readonly Containment containment;
    private readonly List<(Resource Peering, Truth Passes)> peerings;
    private readonly bool hasGateway;

    public VirtualNetworks(Stack stack, Containment containment)
    {
        this.containment = containment;
        this.networks = stack.OfType(AzureNames.VirtualNetwork).ToList();
        this.hasGateway = Gateways.Any(type => stack.OfType(type).Any());
        this.peerings = [.. stack.OfType("azure:network/virtualNetworkPeering:VirtualNetworkPeering").Select(peering => (peering, Passes(peering["allowVirtualNetworkAccess"])))];
    }

    /// <summary>The ranges of all networks.</summary>
    public IEnumerable<AddressSet> Ranges => this.networks.SelectMany(RangesOf).Select(range => range.Addresses);

    /// <summary>Where Azure's own routes lead from a subnet; where its network is not told, every network of the stack counts as its own.</summary>
    public VirtualRoutes From(Resource subnet)
    {
        var own = this.Named(subnet, Own);
        var routes = this.networks.SelectMany(network => (own is null || network == own ? Truth.Yes : this.Joins(own, network)) is not Truth.No and var joined
            ? RangesOf(network).Select(range => new VirtualRoute(range.Addresses, range.Length, joined, own is null || network == own ? "inside the virtual network" : $"a peering leads to {NameOf(network)}")) : []).ToList();
        return new(routes, this.hasGateway || this.peerings.Exists(side => side.Passes != Truth.No && (own is null || this.Means(side.Peering, Own, own) != Truth.No) && this.Named(side.Peering, Remote) is null));
    }

    // One side alone carries nothing, but the other may be made elsewhere.
    private Truth Joins(Resource one, Resource other)
    {
        var (there, back) = (Sides(one, other), Sides(other, one));
        return there.Concat(back).Any(side => side is (Truth.Yes, Truth.No)) || (there.Count == 0 && back.Count == 0) ? Truth.No
            : there.Contains((Truth.Yes, Truth.Yes)) && back.Contains((Truth.Yes, Truth.Yes)) ? Truth.Yes : Truth.Maybe;

        List<(Truth Means, Truth Passes)> Sides(Resource from, Resource to) =>
            [.. this.peerings.Select(side => (PodTerm.Min(this.Means(side.Peering, Own, from), this.Means(side.Peering, Remote, to)), side.Passes)).Where(side => side.Item1 != Truth.No)];
    }

    private Truth Means(Resource holder, string property, Resource network) =>
        this.Named(holder, property) is { } named ? named == network ? Truth.Yes : Truth.No
        : holder[property].AsText is not null && network.Id is { Length: > 1 } ? Truth.No : Truth.Maybe;

    private Resource? Named(Resource holder, string property)
    {
        var text = holder[property].AsText;
        return (text is null ? null : this.networks.FirstOrDefault(network => text.Equals(network.Id, StringComparison.OrdinalIgnoreCase) || text == network["name"].AsText))
            ?? (this.containment.SourcesOf(holder, property).Where(this.networks.Contains).ToList() is [var one] ? one : null);
    }

    private static Truth Passes(Field access) => access.IsUnknown ? Truth.Maybe : access.AsBoolean == false ? Truth.No : Truth.Yes;

    private static string NameOf(Resource network) => network["name"].AsText ?? network.Name;

    private static IEnumerable<(AddressSet Addresses, int Length)> RangesOf(Resource network) =>
        network["addressSpaces"].Items.SelectMany(range => AddressSet.TryParse(range.AsText, out var set) ? [(set.Value, VirtualRoute.LengthOf(range.AsText!))] : Array.Empty<(AddressSet, int)>());
}

/// <summary>A range that Azure routes inside a network or to a peered one by itself.</summary>
/// <param name="Addresses">The range.</param>
/// <param name="Length">The length of its prefix: the longest wins.</param>
/// <param name="Leads">Whether it is certain that the route exists.</param>
/// <param name="How">What it is, for an explanation.</param>
internal sealed record VirtualRoute(AddressSet Addresses, int Length, Truth Leads, string How)
{
    /// <summary>The length of a prefix as it is written; that of a single address is the longest.</summary>
    public static int LengthOf(string prefix) => int.Parse(prefix.Split('/') is [_, var bits] ? bits : "128", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Azure's own routes inside virtual networks.</summary>
/// <param name="Routes">The routes.</param>
/// <param name="LeadElsewhere">Whether a gateway or a peering with a network that is not in the stack leads to more.</param>
internal sealed record VirtualRoutes(IReadOnlyList<VirtualRoute> Routes, bool LeadElsewhere)
{
    /// <summary>Every range that is certainly routed.</summary>
    public AddressSet Certain { get; } = Routes.Where(route => route.Leads == Truth.Yes).Aggregate(default(AddressSet), (all, route) => all.Union(route.Addresses));
}
