using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>The connections from one end to another.</summary>
/// <param name="From">Where they start.</param>
/// <param name="To">Where they lead.</param>
/// <param name="Reach">Protocols and destination ports.</param>
public sealed record NetworkConnection(NetworkEnd From, NetworkEnd To, Reach Reach)
{
    /// <summary>Joins the ranges outside for which a workload gets the same answer.</summary>
    internal static IEnumerable<NetworkConnection> Join(IEnumerable<NetworkConnection> connections) => connections
        .GroupBy(one => (From: one.From is AddressEnd ? null : one.From, To: one.To is AddressEnd ? null : one.To, one.Reach))
        .Select(same => same.Key is { From: not null, To: not null } ? same.First()
            : new AddressEnd(same.Aggregate(default(AddressSet), (all, one) => all.Union(((one.From as AddressEnd) ?? (AddressEnd)one.To).Addresses))) is var outside && same.Key.From is null
                ? same.First() with { From = outside } : same.First() with { To = outside });
}
