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
    private const string EgressPolicies = "egress policies";
    private const string IngressPolicies = "ingress policies";

    private readonly AzureNetwork azure;
    private readonly List<NetworkConnection> entries;
    private readonly ConcurrentDictionary<(NodePool Pool, NetworkEnd End), IReadOnlyList<LayerAnswer>> leaving = [];
    private readonly ConcurrentDictionary<Workload, IReadOnlyList<NodePool>> poolsOf = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Placement, IReadOnlyList<NodePool>> poolsFor = [];

    private NetworkProof(Stack stack, bool assumes)
    {
        this.azure = AzureNetwork.Of(stack);
        var cluster = NetworkObjects.Read(stack);
        if (assumes && !this.HasNodes)
        {
            (cluster, this.Assumptions) = cluster.AsCommonlyRead();
        }

        this.entries = [.. IngressEntries.In(stack, cluster.Workloads)];
        this.Relays = [.. Relay.In(stack, cluster.Workloads)];
        var names = this.Relays.SelectMany(relay => relay.Hosts ?? []).Concat(this.HasNodes ? this.azure.Names : []);
        this.Cluster = KubernetesNetwork.Of(cluster, this.HasNodes ? this.azure.Told : [], names);
    }

    /// <summary>The network policies alone.</summary>
    public KubernetesNetwork Cluster { get; }

    /// <summary>Whether the stack has the nodes too, so that there are layers below the network policies.</summary>
    public bool HasNodes => this.azure.Pools.Count > 0;

    /// <summary>The proxies by which pods reach hosts that they do not reach themselves.</summary>
    public IReadOnlyList<Relay> Relays { get; }

    /// <summary>The private endpoints and API servers of the stack.</summary>
    public IReadOnlyList<EndpointEnd> Endpoints => this.azure.Endpoints;

    /// <summary>What is taken for granted where the input leaves it open, one sentence each.</summary>
    public IReadOnlyList<string> Assumptions { get; } = [];

    /// <summary>Reads the layers of a stack, taking pods on the node's network to be outside every network policy, which is the worse of what Kubernetes leaves open.</summary>
    public static NetworkProof Of(Stack stack) => new(stack, assumes: false);

    /// <summary>The same, but where the stack has no nodes, what manifests leave open is taken as analysers of manifests commonly take it; <see cref="Assumptions"/> says what.</summary>
    public static NetworkProof OfManifests(Stack stack) => new(stack, assumes: true);

    /// <summary>What tells the workload from others in any layer: equal values get equal answers.</summary>
    internal (PodClass Policies, string Below) ClassOf(Workload workload) =>
        (this.Cluster.ClassOf(workload), this.HasNodes ? string.Join('|', this.Pools(workload).Select(pool => pool.Name).Append(workload.UsesStaticEgress.ToString()).Concat(this.azure.BalancersOf(workload).Select(one => one.ToString()))) : "");

    /// <summary>What passes every layer.</summary>
    public Reach Between(NetworkEnd from, NetworkEnd to) =>
        to is EndpointEnd endpoint ? from is WorkloadEnd || endpoint.ApiServer is not null ? this.Through(from, to, this.Policies(from, to, explains: false).Aggregate(Reach.All, (all, layer) => all.Intersect(layer.Reach))) : Reach.None
        : this.Through(from, to, this.Cluster.Between(from, to));

    /// <summary>What each layer says, in the order in which a connection meets them; those of different node pools one after the other.</summary>
    /// <param name="from">Where connections start.</param>
    /// <param name="to">Where they lead.</param>
    /// <param name="explains">Whether to say what decided.</param>
    public IReadOnlyList<LayerAnswer> Layers(NetworkEnd from, NetworkEnd to, bool explains = true) =>
        [.. this.Policies(from, to, explains), .. this.Below(from, to).SelectMany(pool => pool).DistinctBy(answer => (answer.Layer, answer.Reach, string.Join('\n', answer.Reasons)))];

    /// <summary>What each layer says of connections from the nodes of each pool to a private endpoint; pods' policies have no say.</summary>
    public IEnumerable<(string Pool, IReadOnlyList<LayerAnswer> Layers)> FromNodes(EndpointEnd endpoint) => this.azure.Pools.Select(pool => (pool.Name, (IReadOnlyList<LayerAnswer>)[.. this.azure.ToEndpoint(pool, endpoint)]));

    /// <summary>Every ordered pair of ends with a possible connection through all layers.</summary>
    public IEnumerable<NetworkConnection> Connections() => NetworkConnection.Join(this.Cluster.Pairs()
        .Select(connection => connection with { Reach = this.Through(connection.From, connection.To, connection.Reach) })
        .Concat(this.Ends.Concat<NetworkEnd>(this.Callers).SelectMany(_ => this.Endpoints, (end, endpoint) => new NetworkConnection(end, endpoint, this.Between(end, endpoint))))
        .Where(connection => !connection.Reach.IsDenied));

    /// <summary>What an ingress, or a route of a gateway that is in no manifest, leads to; nothing where the policies of the workload let none of its controller's pods in.</summary>
    public IEnumerable<NetworkConnection> Entries() => this.entries.Select(entry => entry with { Reach = entry.Reach.Intersect(this.Cluster.Entering(entry.From, entry.To)) });

    /// <summary>What workloads reach outside by asking a relay that they reach: the hosts that its list names, or everything that the relay reaches where it has no list.</summary>
    public IEnumerable<RelayedConnection> Relayed()
    {
        foreach (var (relay, source) in this.Relays.SelectMany(_ => this.Ends, (relay, source) => (relay, source)).Where(pair => pair.source.Workload.ToString() != pair.relay.Workload.ToString()))
        {
            var through = new WorkloadEnd(relay.Workload);
            var asks = this.Between(source, through);
            var targets = relay.Hosts?.Select(NetworkEnd (host) => new NameEnd(host)) ?? this.Cluster.Outside.Where(addresses => addresses.Meets(KnownAddresses.Internet)).Select(NetworkEnd (addresses) => new AddressEnd(addresses)).Concat(this.Cluster.Names.Select(name => new NameEnd(name)));
            foreach (var target in asks.IsDenied ? [] : targets.ToList())
            {
                var onward = this.Between(through, target);
                if (!onward.IsDenied)
                {
                    yield return new(source, target, relay.Workload, onward.When(asks.Allowed.IsEmpty || relay.Hosts is null ? Truth.Maybe : Truth.Yes));
                }
            }
        }
    }

    /// <summary>Two workloads, or a workload and the internet, that exactly one layer keeps apart: one mistake there opens the way. Pairs with the internet are told only of a stack with the nodes' network.</summary>
    public IEnumerable<ThinPair> Thin()
    {
        var ends = this.Ends.ToList();
        var classes = new Dictionary<(PodClass, string), int>();
        var classOf = ends.ConvertAll(end => this.ClassOf(end.Workload) is var one && classes.TryGetValue(one, out var known) ? known : classes[one] = classes.Count);
        var among = new string?[classes.Count, classes.Count]; // empty where no layer or several deny
        for (var from = 0; from < ends.Count; from++)
        {
            for (var to = 0; to < ends.Count; to++)
            {
                if (from == to)
                {
                    continue;
                }

                ref var layer = ref among[classOf[from], classOf[to]];
                layer ??= this.HasNodes ? OnlyOne(this.Layers(ends[from], ends[to], explains: false)) ?? "" : OnlyPolicies(this.Cluster.Leaving(ends[from], ends[to]).IsDenied, this.Cluster.Entering(ends[from], ends[to]).IsDenied);
                if (layer.Length > 0)
                {
                    yield return new(ends[from], ends[to], layer);
                }
            }
        }

        var internet = this.HasNodes ? this.Cluster.Outside.Where(KnownAddresses.Internet.Covers).Select(addresses => new AddressEnd(addresses)).ToList() : [];
        foreach (var end in ends)
        {
            foreach (var leaves in new[] { true, false })
            {
                var only = internet.Select(outside => (outside.Addresses, Layer: OnlyOne(this.Layers(leaves ? end : outside, leaves ? outside : end, explains: false))));
                foreach (var layer in only.Where(one => one.Layer is not null).GroupBy(one => one.Layer!, one => one.Addresses))
                {
                    var outside = new AddressEnd(layer.Aggregate(default(AddressSet), (all, one) => all.Union(one)));
                    yield return new(leaves ? end : outside, leaves ? outside : end, layer.Key);
                }
            }
        }
    }

    /// <summary>The world outside, which may call an API server.</summary>
    internal IEnumerable<AddressEnd> Callers => this.Cluster.Outside.Where(addresses => !KnownAddresses.Metadata.Covers(addresses)).Select(addresses => new AddressEnd(addresses));

    private IEnumerable<WorkloadEnd> Ends => this.Cluster.Workloads.DistinctBy(workload => workload.ToString()).Select(workload => new WorkloadEnd(workload));

    private static string OnlyPolicies(bool denyEgress, bool denyIngress) => denyEgress == denyIngress ? "" : denyEgress ? EgressPolicies : IngressPolicies;

    private static string? OnlyOne(IEnumerable<LayerAnswer> layers) => layers.Where(answer => answer.Reach.IsDenied).Select(answer => answer.Layer).Distinct().ToList() is [var one] ? one : null;

    private IEnumerable<LayerAnswer> Policies(NetworkEnd from, NetworkEnd to, bool explains)
    {
        if (from is WorkloadEnd)
        {
            var lines = explains ? new List<string>() : null;
            yield return new(EgressPolicies, to is EndpointEnd endpoint ? this.Leaving(from, endpoint, lines) : this.Cluster.Leaving(from, to, lines), lines ?? []);
        }

        if (to is WorkloadEnd)
        {
            var lines = explains ? new List<string>() : null;
            yield return new(IngressPolicies, this.Cluster.Entering(from, to, lines), lines ?? []);
        }
    }

    // The endpoint has some address of its subnet, and its name leads there; a public API server has some address of the internet.
    private Reach Leaving(NetworkEnd from, EndpointEnd to, List<string>? lines)
    {
        var read = lines is null ? null : new List<string>();
        var place = to.ApiServer?.IsInside switch { Truth.No => KnownAddresses.Internet.Intersect(AddressSet.V4), Truth.Maybe => null, _ => this.azure.SubnetOf(to)?.Addresses };
        var parts = place is not { } addresses ? [] : this.Cluster.Outside.Where(addresses.Meets).Select(part => this.Cluster.Leaving(from, new AddressEnd(part) { IsApiServer = to.ApiServer is not null }, read)).ToList();
        lines?.AddRange(read!.Distinct());
        var some = parts.Count == 0 ? Reach.Open : new(parts.Aggregate(ConnectionSet.All, (all, one) => all.Intersect(one.Allowed)), parts.Aggregate(ConnectionSet.None, (all, one) => all.Union(one.Possible)));
        return to.Host is { } host ? some.Union(this.Cluster.LeavingByName(from, host, lines)) : some;
    }

    private Reach Through(NetworkEnd from, NetworkEnd to, Reach reach)
    {
        if (reach.IsDenied)
        {
            return reach;
        }

        var pools = this.Below(from, to).ToList();
        return pools.Count == 0 ? reach
            : pools.Select(pool => pool.Aggregate(reach, (all, answer) => all.Intersect(answer.Reach))).Aggregate(Reach.None, (all, one) => all.Union(one));
    }

    private IEnumerable<IReadOnlyList<LayerAnswer>> Below(NetworkEnd from, NetworkEnd to) => (from, to) switch
    {
        (WorkloadEnd { Workload: var source }, WorkloadEnd { Workload: var target }) => source.HostNetwork == Truth.Maybe || target.HostNetwork == Truth.Maybe ? []
            : this.Pools(source).SelectMany(_ => this.Pools(target), (one, other) => this.azure.Among(one, other, source.HostNetwork == Truth.Yes, target.HostNetwork == Truth.Yes)),
        (AddressEnd { Addresses: var source }, EndpointEnd endpoint) => [[.. this.azure.ToApiServer(source, endpoint)]],
        (WorkloadEnd { Workload: var source }, EndpointEnd endpoint) => this.Pools(source).Select(pool => (IReadOnlyList<LayerAnswer>)[.. this.azure.ToEndpoint(pool, endpoint)]),
        (WorkloadEnd { Workload: { UsesStaticEgress: Truth.Yes or Truth.Maybe } }, _) when this.HasNodes => [[new LayerAnswer("static egress gateway", Reach.Open, ["the pods leave by the nodes of a gateway pool, past the route of their own"])]],
        (WorkloadEnd { Workload: var source }, _) => this.Pools(source).Select(pool => this.leaving.GetOrAdd((pool, to), _ =>
            [.. this.azure.Leaving(pool, to is AddressEnd { Addresses: var addresses } ? new(addresses, null) : new(default, ((NameEnd)to).Name))])),
        (AddressEnd { Addresses: var source }, WorkloadEnd { Workload: var target }) => this.Pools(target).Select(pool => (IReadOnlyList<LayerAnswer>)[.. this.azure.Arriving(pool, target, source)]),
        _ => [],
    };

    // Most workloads ask the same of their nodes.
    private IReadOnlyList<NodePool> Pools(Workload workload) => this.poolsOf.GetOrAdd(workload, one =>
        this.poolsFor.GetOrAdd(new(one.Spec), pods => [.. this.azure.Pools.Where(pool => pool.MayRun(pods))]));
}
