using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>The answer to "what can reach what", whole or for the ends that somebody asks about.</summary>
public sealed record NetworkAnswer
{
    private const int MostThin = 10_000;

    private NetworkAnswer()
    {
    }

    /// <summary>The proof that gives it.</summary>
    public required NetworkProof Proof { get; init; }

    /// <summary>The pairs with a possible connection, in the order of their ends.</summary>
    public required IReadOnlyList<NetworkConnection> Connections { get; init; }

    /// <summary>What controllers of ingresses lead to, also where nothing passes.</summary>
    public required IReadOnlyList<NetworkConnection> Entries { get; init; }

    /// <summary>What passes by way of a proxy's list.</summary>
    public required IReadOnlyList<RelayedConnection> Relayed { get; init; }

    /// <summary>The pairs that one layer alone keeps apart; of those of two workloads at most ten thousand.</summary>
    public required IReadOnlyList<ThinPair> Thin { get; init; }

    /// <summary>How many more there are.</summary>
    public required long ThinLeftOut { get; init; }

    /// <summary>Pairs that were asked for and are denied; empty where only one end, or none, was asked for.</summary>
    public required IReadOnlyList<(NetworkEnd From, NetworkEnd To)> Denied { get; init; }

    /// <summary>Whether to say what each layer decided.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Asks a proof.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="from">Only connections from this workload (<c>name</c>, <c>namespace/name</c>), range of addresses or host; null for all.</param>
    /// <param name="to">Only connections to it; null for all.</param>
    public static NetworkAnswer Of(NetworkProof proof, string? from = null, string? to = null)
    {
        bool Asked(NetworkEnd source, NetworkEnd target) => Is(source, from) && Is(target, to);
        var connections = proof.Connections().Where(connection => Asked(connection.From, connection.To))
            .OrderBy(connection => connection.From.ToString(), StringComparer.Ordinal).ThenBy(connection => connection.To.ToString(), StringComparer.Ordinal).ToList();
        var (thin, leftOut) = (new List<ThinPair>(), 0L);
        foreach (var pair in proof.Thin().Where(pair => Asked(pair.From, pair.To)))
        {
            if (thin.Count >= MostThin && pair is { From: WorkloadEnd, To: WorkloadEnd })
            {
                leftOut++;
            }
            else
            {
                thin.Add(pair);
            }
        }

        return new()
        {
            Proof = proof,
            Connections = connections,
            Entries = [.. proof.Entries().Where(one => Asked(one.From, one.To)).OrderBy(one => one.From.ToString(), StringComparer.Ordinal).ThenBy(one => one.To.ToString(), StringComparer.Ordinal)],
            Relayed = [.. proof.Relayed().Where(one => Asked(one.From, one.To)).OrderBy(one => one.From.ToString(), StringComparer.Ordinal).ThenBy(one => one.To.ToString(), StringComparer.Ordinal)],
            Thin = thin,
            ThinLeftOut = leftOut,
            Denied = connections.Count > 0 || from is null || to is null ? [] : [.. from one in Ends(proof, @from) from other in Ends(proof, to) where one != other && (one is WorkloadEnd || other is WorkloadEnd or EndpointEnd { ApiServer: not null }) select (one, other)],
        };
    }

    /// <summary>Whether the text means some end of the network.</summary>
    public static bool Knows(NetworkProof proof, string text) => Ends(proof, text).Any();

    private static bool Is(NetworkEnd end, string? text) => text is null || end switch
    {
        WorkloadEnd { Workload: var workload } => text == workload.Name || text == $"{workload.Namespace}/{workload.Name}" || text == workload.ToString(),
        AddressEnd { Addresses: var addresses } => AddressSet.TryParse(text, out var set) && addresses.Meets(set.Value),
        EndpointEnd endpoint => text == endpoint.Name || text == endpoint.ToString(),
        _ => end.ToString() == text,
    };

    private static IEnumerable<NetworkEnd> Ends(NetworkProof proof, string text) =>
        AddressSet.TryParse(text, out var set) ? proof.Cluster.Outside.Where(addresses => addresses.Meets(set.Value)).Select(addresses => new AddressEnd(addresses.Intersect(set.Value)))
        : proof.Cluster.Names.Contains(text) ? [new NameEnd(text)]
        : proof.Cluster.Workloads.Select(workload => (NetworkEnd)new WorkloadEnd(workload)).Concat(proof.Endpoints).Where(end => Is(end, text)).DistinctBy(end => end.ToString());
}
