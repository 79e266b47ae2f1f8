using System.Collections.Concurrent;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network.Azure;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>
/// What can reach what, by all layers that a stack has: the cluster's network policies and, where the stack makes the nodes too, the security groups, routes and firewall below them.
/// A connection passes if every layer lets it through. Pods that may run in several pools reach what they reach from any of them.
/// </summary>
public sealed class NetworkProof
{
    private readonly AzureNetwork azure;
    private readonly ConcurrentDictionary<(NodePool Pool, NetworkEnd End), IReadOnlyList<LayerAnswer>> leaving = [];

    private NetworkProof(Stack stack)
    {
        this.azure = AzureNetwork.Of(stack);
        this.Cluster = KubernetesNetwork.Of(stack, this.HasNodes ? this.azure.Told : [], this.HasNodes ? this.azure.Names : []);
    }

    /// <summary>The network policies alone.</summary>
    public KubernetesNetwork Cluster { get; }

    /// <summary>Whether the stack has the nodes too, so that there are layers below the network policies.</summary>
    public bool HasNodes => this.azure.Pools.Count > 0;

    /// <summary>Reads the layers of a stack.</summary>
    public static NetworkProof Of(Stack stack) => new(stack);

    /// <summary>What passes every layer.</summary>
    public Reach Between(NetworkEnd from, NetworkEnd to) => this.Through(from, to, this.Cluster.Between(from, to));

    /// <summary>What each layer says, in the order in which a connection meets them; those of different node pools one after the other.</summary>
    public IReadOnlyList<LayerAnswer> Layers(NetworkEnd from, NetworkEnd to) =>
        [new("network policies", this.Cluster.Between(from, to), this.Cluster.Explain(from, to)), .. this.Below(from, to).SelectMany(pool => pool).DistinctBy(answer => (answer.Layer, answer.Reach, string.Join('\n', answer.Reasons)))];

    /// <summary>Every ordered pair of ends with a possible connection through all layers.</summary>
    public IEnumerable<NetworkConnection> Connections() => NetworkConnection.Join(this.Cluster.Pairs()
        .Select(connection => connection with { Reach = this.Through(connection.From, connection.To, connection.Reach) }).Where(connection => !connection.Reach.IsDenied));

    /// <summary>Workloads and the internet that exactly one layer keeps apart: one mistake there opens the way. Empty for a stack without the nodes' network.</summary>
    public IEnumerable<ThinPair> Thin()
    {
        var internet = this.Cluster.Outside.Where(ServiceTags.Internet.Covers).Select(addresses => new AddressEnd(addresses)).ToList();
        foreach (var workload in !this.HasNodes ? [] : this.Cluster.Workloads.DistinctBy(workload => workload.ToString()))
        {
            foreach (var leaves in new[] { true, false })
            {
                var end = new WorkloadEnd(workload);
                var only = internet.Select(outside => (outside.Addresses, Layers: this.Layers(leaves ? end : outside, leaves ? outside : end).Where(answer => answer.Reach.IsDenied).Select(answer => answer.Layer).Distinct().ToList()));
                foreach (var layer in only.Where(one => one.Layers.Count == 1).GroupBy(one => one.Layers[0], one => one.Addresses))
                {
                    var outside = new AddressEnd(layer.Aggregate(default(AddressSet), (all, one) => all.Union(one)));
                    yield return new(leaves ? end : outside, leaves ? outside : end, layer.Key);
                }
            }
        }
    }

    private Reach Through(NetworkEnd from, NetworkEnd to, Reach reach)
    {
        var pools = this.Below(from, to).ToList();
        return reach.IsDenied || pools.Count == 0 ? reach
            : pools.Select(pool => pool.Aggregate(reach, (all, answer) => all.Intersect(answer.Reach))).Aggregate(Reach.None, (all, one) => all.Union(one));
    }

    private IEnumerable<IReadOnlyList<LayerAnswer>> Below(NetworkEnd from, NetworkEnd to) => (from, to) switch
    {
        (WorkloadEnd, WorkloadEnd) => [],
        (WorkloadEnd { Workload: var source }, _) => this.Pools(source).Select(pool => this.leaving.GetOrAdd((pool, to), _ =>
            [.. this.azure.Leaving(pool, to is AddressEnd { Addresses: var addresses } ? new(addresses, null) : new(default, ((NameEnd)to).Name))])),
        (AddressEnd { Addresses: var source }, WorkloadEnd { Workload: var target }) => this.Pools(target).Select(pool => (IReadOnlyList<LayerAnswer>)[.. this.azure.Arriving(pool, target, source)]),
        _ => [],
    };

    private IEnumerable<NodePool> Pools(Workload workload) => this.azure.Pools.Where(pool => pool.MayRun(workload.Spec));
}
