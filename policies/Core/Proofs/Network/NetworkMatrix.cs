using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>The whole answer with workloads of equal answers joined: its size grows with how many sorts of workloads the layers tell apart, not with how many there are.</summary>
/// <param name="Classes">The workloads of each class. Two workloads of one class reach each other as the class reaches itself.</param>
/// <param name="Connections">The pairs with a possible connection: a class is told by its first workload.</param>
public sealed record NetworkMatrix(IReadOnlyList<IReadOnlyList<Workload>> Classes, IReadOnlyList<NetworkConnection> Connections)
{
    /// <summary>The matrix of a proof.</summary>
    public static NetworkMatrix Of(NetworkProof proof)
    {
        var classes = proof.Cluster.Workloads.GroupBy(proof.ClassOf).Select(group => (IReadOnlyList<Workload>)[.. group]).ToList();
        var ends = classes.ConvertAll(members => new WorkloadEnd(members[0]));
        var holders = ends.Select((end, index) => (end, index)).ToLookup(one => proof.Cluster.ClassOf(one.end.Workload), one => one.index);
        var outside = proof.Cluster.Outside.Select(addresses => new AddressEnd(addresses)).ToList();
        List<NetworkEnd> others = [.. outside, .. proof.Cluster.Names.Select(name => new NameEnd(name)), .. proof.Endpoints];
        IEnumerable<NetworkEnd> Targets(WorkloadEnd from) => proof.Cluster.MayLetIn(proof.Cluster.ClassOf(from.Workload)).SelectMany(one => holders[one]).Order().Select(index => ends[index]).Concat(others);
        return new(classes, [.. NetworkConnection.Join(ends.SelectMany(Targets, (from, to) => new NetworkConnection(from, to, proof.Between(from, to)))
            .Concat(proof.Callers.SelectMany(_ => proof.Endpoints, (from, to) => new NetworkConnection(from, to, proof.Between(from, to))))
            .Concat(outside.SelectMany(_ => ends, (from, to) => new NetworkConnection(from, to, proof.Between(from, to)))).Where(connection => !connection.Reach.IsDenied))]);
    }
}
