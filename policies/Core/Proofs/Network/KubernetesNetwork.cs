using System.Collections.Concurrent;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>
/// What the network policies of one cluster let through: between workloads, and between a workload and the world outside. Pods that no policy can tell apart form one class, and all
/// answers are computed once per pair of classes, so that the cost grows with the classes and not with the pods.
/// </summary>
/// <remarks>
/// The semantics are those of <c>networking.k8s.io/v1</c>, of <c>policy.networking.k8s.io/v1alpha1</c> (administrators first, baseline last) and of <c>cilium.io/v2</c> where <see cref="CiliumPolicyReader"/>
/// says so. A namespace without an object of its own has only its automatic name label. CIDRs select addresses outside the cluster, never pods. Pods on the node's network
/// are outside every policy, and those on one node with a pod always reach it.
/// </remarks>
public sealed class KubernetesNetwork
{
    private readonly Dictionary<Workload, PodClass> classOf;
    private readonly ConcurrentDictionary<(PodClass From, PodClass To), Reach> pairs = [];
    private readonly Lazy<ReachableClasses> reachable;

    private KubernetesNetwork(NetworkObjects cluster, IEnumerable<AddressSet> told, IEnumerable<string> names)
    {
        this.Workloads = cluster.Workloads;
        this.Problems = cluster.Problems;
        this.Outside = [.. OutsideRanges.Cut(cluster.Policies, told).Where(range => !cluster.IsIPv4Only || range.Meets(AddressSet.V4))];
        this.Names = [.. cluster.Policies.SelectMany(policy => policy.Egress.Rules).SelectMany(rule => rule.Peers).OfType<NameTerm>().Select(term => term.Pattern).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        this.classOf = PodClassifier.Classify(cluster);
        this.reachable = new(() => new([.. this.classOf.Values.Distinct()], target => !Decide(target, new PodClass(target.Example with { HostNetwork = Truth.No }, []), target.Example, egress: false, null).IsDenied));
    }

    /// <summary>The workloads in the order of the stack.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The world outside, cut into ranges that every policy takes or leaves as a whole.</summary>
    public IReadOnlyList<AddressSet> Outside { get; }

    /// <summary>The names of hosts outside that a policy names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the API server would refuse in the policies and workloads, one line each; answers that depend on it are unknown.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>How many classes of pods the policies tell apart.</summary>
    public int ClassCount => this.classOf.Values.Distinct().Count();

    /// <summary>Reads the cluster from the Kubernetes objects of a stack.</summary>
    public static KubernetesNetwork Of(Stack stack) => Of(NetworkObjects.Read(stack), [], []);

    /// <summary>The network of a cluster; <paramref name="told"/> and <paramref name="names"/> are what other layers tell apart outside.</summary>
    internal static KubernetesNetwork Of(NetworkObjects cluster, IEnumerable<AddressSet> told, IEnumerable<string> names) => new(cluster, told, names);

    /// <summary>The connections from one end to the other that the policies of the cluster let through. Between two ends outside the cluster the policies have no say.</summary>
    public Reach Between(NetworkEnd from, NetworkEnd to) => (from, to) switch
    {
        (WorkloadEnd source, WorkloadEnd target) => this.Between(this.classOf[source.Workload], this.classOf[target.Workload]),
        (WorkloadEnd, _) => this.Leaving(from, to),
        _ => this.Entering(from, to),
    };

    /// <summary>Every ordered pair of ends with a possible connection. Pods of one name are one end, which may what any of them may; a pair of a workload with itself is left out; ranges outside that get the same answer are joined.</summary>
    public IEnumerable<NetworkConnection> Connections() => NetworkConnection.Join(this.Pairs());

    /// <summary>The workloads of which a direction is not governed by any policy, so that everything is allowed there. Left out are pods on the node's network, which cannot be governed, and sandboxes for which their controller makes a policy.</summary>
    public IEnumerable<Workload> Undefended(bool egress) => this.Workloads.Where(workload => workload.HostNetwork == Truth.No && !IsManaged(workload) && (egress ? this.classOf[workload].Egress : this.classOf[workload].Ingress).IsEmpty);

    private static bool IsManaged(Workload workload) => workload.Kind == "SandboxTemplate" && workload.Spec.Resource["spec.networkPolicyManagement"] is var management && (management.IsAbsent || management.AsText == "Managed");

    /// <summary>The class of a workload's pods: equal classes get equal answers.</summary>
    internal PodClass ClassOf(Workload workload) => this.classOf[workload];

    /// <summary>The classes that may let in pods of the class; all others let in nothing from them.</summary>
    internal IEnumerable<PodClass> MayLetIn(PodClass source) => this.reachable.Value.From(source);

    /// <summary>What the policies on the source's egress let through, with what decided: a line for each policy that selects it, naming the rules that let something through.</summary>
    public Reach Leaving(NetworkEnd from, NetworkEnd to, List<string>? lines = null) =>
        from is WorkloadEnd source ? Decide(this.classOf[source.Workload], this.PeerOf(to), (to as WorkloadEnd)?.Workload, egress: true, lines) : Reach.All;

    /// <summary>What they let through because they name the host: what they say of it as an address outside is left out.</summary>
    internal Reach LeavingByName(NetworkEnd from, string host, List<string>? lines) =>
        from is WorkloadEnd { Workload: var workload } && this.classOf[workload].Egress.All.SelectMany(one => one.Side.Rules).SelectMany(rule => rule.Peers).OfType<NameTerm>().Any(term => term.SelectsName(host) != Truth.No)
            ? this.Leaving(from, new NameEnd(host), lines) : Reach.None;

    /// <summary>What the policies on the target's ingress let through.</summary>
    public Reach Entering(NetworkEnd from, NetworkEnd to, List<string>? lines = null) =>
        to is WorkloadEnd target ? Decide(this.classOf[target.Workload], this.PeerOf(from), target.Workload, egress: false, lines) : Reach.All;

    internal IEnumerable<NetworkConnection> Pairs()
    {
        var groups = this.Workloads.GroupBy(workload => (workload.Namespace, workload.Kind, workload.Name)).Select(group => (End: new WorkloadEnd(group.First()), Classes: group.Select(one => this.classOf[one]).Distinct().ToList())).ToList();
        var holders = groups.SelectMany((group, index) => group.Classes.Select(one => (one, index))).ToLookup(pair => pair.one, pair => pair.index);
        foreach (var (source, sourceClasses) in groups)
        {
            foreach (var (target, targetClasses) in sourceClasses.SelectMany(this.MayLetIn).Distinct().SelectMany(one => holders[one]).Distinct().Order().Select(index => groups[index]))
            {
                var reach = ReferenceEquals(source, target) ? Reach.None : sourceClasses.SelectMany(_ => targetClasses, this.Between).Aggregate(Reach.None, (all, one) => all.Union(one));
                if (!reach.IsDenied)
                {
                    yield return new(source, target, reach);
                }
            }
        }

        foreach (var (end, classes) in groups)
        {
            Reach To(object peer, bool egress) => classes.Aggregate(Reach.None, (all, one) => all.Union(Decide(one, peer, egress ? null : one.Example, egress, null)));
            var outside = this.Outside.Select(addresses => new AddressEnd(addresses)).ToList();
            var inward = outside.Select(address => new NetworkConnection(address, end, To(address.Addresses, egress: false)));
            var outward = outside.Select(address => new NetworkConnection(end, address, To(address.Addresses, egress: true)));
            var named = this.Names.Select(name => new NetworkConnection(end, new NameEnd(name), To(name, egress: true)));
            foreach (var connection in inward.Concat(outward).Concat(named).Where(connection => !connection.Reach.IsDenied))
            {
                yield return connection;
            }
        }
    }

    private object PeerOf(NetworkEnd end) => end switch { WorkloadEnd { Workload: var workload } => this.classOf[workload], AddressEnd { IsApiServer: false, Addresses: var addresses } => addresses, AddressEnd or EntryEnd => end, _ => ((NameEnd)end).Name };

    private Reach Between(PodClass from, PodClass to) => this.pairs.GetOrAdd((from, to), static pair => Decide(pair.From, pair.To, pair.To.Example, egress: true, null) is { IsDenied: false } leaving
        ? leaving.Intersect(Decide(pair.To, pair.From, pair.To.Example, egress: false, null)) : Reach.None);

    private static Reach Decide(PodClass subject, object peer, Workload? destination, bool egress, List<string>? lines)
    {
        var decided = new PolicyDecision(rule => Match(rule, peer), destination, lines).Of(egress ? subject.Egress : subject.Ingress, lines is null ? "" : subject.Example.ToString());
        if (decided == Reach.All || peer is not PodClass { Example.HostNetwork: Truth.Yes or Truth.Maybe })
        {
            return decided;
        }

        lines?.Add("between a pod and its own node everything passes, and the other end is on the node's network");
        return decided with { Possible = ConnectionSet.All };
    }

    private static Truth Match(NetworkRule rule, object peer)
    {
        var best = Truth.No;
        foreach (var term in rule.Peers)
        {
            var one = peer switch
            {
                PodClass pods => pods.Selected.GetValueOrDefault(term, Truth.No),
                AddressSet addresses => term.Selects(addresses),
                AddressEnd server => term.SelectsApiServer(server.Addresses),
                EntryEnd => term.SelectsSomePod(),
                _ => term.SelectsName((string)peer),
            };
            best = one > best ? one : best;
            if (best == Truth.Yes)
            {
                break;
            }
        }

        return best;
    }
}
