using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Cuts the world outside into ranges that each of the given sets takes or leaves as a whole.</summary>
internal static class OutsideRanges
{
    public static IReadOnlyList<AddressSet> Cut(IEnumerable<NetworkPolicy> policies, IEnumerable<AddressSet> told)
    {
        var starts = new SortedSet<UInt128> { 0 };
        var named = policies.SelectMany(policy => policy.Ingress.Rules.Concat(policy.Egress.Rules)).SelectMany(rule => rule.Peers).OfType<AddressTerm>().Select(term => term.Addresses).OfType<AddressSet>();
        foreach (var (first, last) in named.Concat(told).Append(AddressSet.V4).SelectMany(set => set.Numbers.Intervals))
        {
            starts.Add(first);
            if (last != UInt128.MaxValue)
            {
                starts.Add(last + 1);
            }
        }

        var ordered = starts.ToList();
        return [.. ordered.Select((first, index) => AddressSet.Between(first, index + 1 < ordered.Count ? ordered[index + 1] - 1 : UInt128.MaxValue))];
    }
}
