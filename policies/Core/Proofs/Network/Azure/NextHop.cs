using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Where a subnet's traffic to a peer goes next: the longest prefix wins, and of equal ones a route that somebody wrote before Azure's own.</summary>
/// <param name="Type">Azure's word for the kind of the hop, such as <c>VirtualAppliance</c>; null while it is not known.</param>
/// <param name="Address">The address of an appliance; null where there is none, or while it is not known.</param>
/// <param name="How">The route that decided.</param>
internal sealed record NextHop(string? Type, AddressSet? Address, string How)
{
    /// <summary>The hop as a layer.</summary>
    public LayerAnswer Answer => new("route", this.Type switch { "None" => Reach.None, "Internet" or "VnetLocal" or "VirtualAppliance" => Reach.All, _ => Reach.Open }, [this.How]);

    /// <summary>The next hop from a subnet.</summary>
    public static NextHop Of(NodeSubnet subnet, Peer peer)
    {
        var wanted = peer.Name is null ? peer.Addresses : KnownAddresses.Internet.Intersect(AddressSet.V4);
        if (subnet.Addresses is { } own && AddressSet.V4.Covers(own) && !AddressSet.V4.Meets(wanted))
        {
            return new("None", null, "the subnet has no IPv6 addresses");
        }

        if (subnet.Routes is null && subnet.HasUnknownGuards)
        {
            return new(null, null, "which routes the subnet has is not known");
        }

        var (length, best) = Azures(subnet.Virtual, wanted);
        foreach (var route in subnet.Routes ?? [])
        {
            var (prefix, name, type) = (route["addressPrefix"].AsText, $"route {route["name"].AsText ?? "?"}", route["nextHopType"].AsText);
            if (!AddressSet.TryParse(prefix, out var range))
            {
                return new(null, null, $"what {name} matches is not known"); // a service tag, or not known before deployment
            }

            if (range.Value.Covers(wanted) && VirtualRoute.LengthOf(prefix!) >= length)
            {
                (length, best) = (VirtualRoute.LengthOf(prefix!), new(type, AddressSet.TryParse(route["nextHopInIpAddress"].AsText, out var next) ? next : null, $"{name} leads to {type ?? "what is not known"}"));
            }
            else if (range.Value.Meets(wanted) && !range.Value.Covers(wanted))
            {
                return new(null, null, $"{name} takes a part of the addresses");
            }
        }

        return best;
    }

    private static (int Length, NextHop Hop) Azures(VirtualRoutes own, AddressSet wanted)
    {
        if (own.Routes.Where(route => route.Addresses.Covers(wanted)).OrderByDescending(route => route.Length).ThenByDescending(route => route.Leads).FirstOrDefault() is { } inside)
        {
            return (inside.Length, inside.Leads == Truth.Yes ? new("VnetLocal", null, inside.How) : new(null, null, $"{inside.How}, if its other side is made"));
        }

        return own.Routes.Any(route => route.Addresses.Meets(wanted)) ? (129, new(null, null, "a part of the addresses is inside the virtual network"))
            : KnownAddresses.Internet.Covers(wanted) ? (0, new("Internet", null, "Azure's own route leads to the internet"))
            : own.LeadElsewhere ? (129, new(null, null, "a gateway, or a peered network that is not in the stack, may have the addresses"))
            : (0, new("None", null, "no route leads there"));
    }
}
