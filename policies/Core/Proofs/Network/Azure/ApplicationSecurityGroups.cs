using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>The members of application security groups: nodes are in those that their pool names, and in no other; what else of the network is in one no program tells.</summary>
internal sealed class ApplicationSecurityGroups(IReadOnlyList<NodePool> pools, VirtualNetworks networks)
{
    /// <summary>The addresses of the members of any of these groups.</summary>
    public NamedAddresses Of(Field ids)
    {
        if (!ids.IsUnknown && !ids.Items.Any())
        {
            return default;
        }

        var subnets = pools.Where(pool => pool.Subnet is not null).GroupBy(pool => pool.Subnet!).Select(group => (Addresses: group.Key.Addresses ?? default, Are: group.Select(pool => Is(pool, ids)).ToList())).ToList();
        AddressSet Those(Predicate<List<Truth>> choose) => subnets.Where(subnet => choose(subnet.Are)).Aggregate(default(AddressSet), (all, subnet) => all.Union(subnet.Addresses));
        return new(Those(are => are.TrueForAll(one => one == Truth.Yes)),
            networks.Ranges.Aggregate(default(AddressSet), (all, range) => all.Union(range)).Except(Those(are => are.TrueForAll(one => one == Truth.No))).Union(Those(are => are.Exists(one => one != Truth.No))));
    }

    private static Truth Is(NodePool pool, Field ids)
    {
        var named = pool.Settings["nodeNetworkProfile.applicationSecurityGroupIds"];
        return named.IsLeftOut() || (!named.IsUnknown && !named.Items.Any()) ? Truth.No
            : named.Items.Any(one => one.AsText is { } text && ids.Items.Any(id => text.Equals(id.AsText, StringComparison.OrdinalIgnoreCase))) ? Truth.Yes
            : named.IsUnknown || ids.IsUnknown || named.Items.Concat(ids.Items).Any(one => one.IsUnknown) ? Truth.Maybe : Truth.No;
    }
}
