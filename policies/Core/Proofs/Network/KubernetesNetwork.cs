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
/// are outside every policy.
/// </remarks>
public sealed class KubernetesNetwork
{
    private readonly List<NetworkPolicy> policies;
    private readonly Dictionary<string, NamespaceInfo> namespaces;
    private readonly List<PodClass> classes = [];
    private readonly Dictionary<Workload, PodClass> classOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(PodClass From, PodClass To), Reach> pairs = [];

    private KubernetesNetwork(List<Workload> workloads, List<NetworkPolicy> policies, Dictionary<string, NamespaceInfo> namespaces, IEnumerable<AddressSet> told, IEnumerable<string> names)
    {
        this.Workloads = workloads;
        this.policies = policies;
        this.namespaces = namespaces;
        this.Outside = PartitionOutside(policies, told);
        this.Names = [.. policies.SelectMany(policy => policy.Egress.Rules).SelectMany(rule => rule.Peers).OfType<NameTerm>().Select(term => term.Pattern).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        this.Classify();
    }

    /// <summary>The workloads in the order of the stack.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The world outside, cut into ranges that every policy takes or leaves as a whole.</summary>
    public IReadOnlyList<AddressSet> Outside { get; }

    /// <summary>The names of hosts outside that a policy names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the API server would refuse in the policies and workloads, one line each; answers that depend on it are unknown.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>How many classes of pods the policies tell apart.</summary>
    public int ClassCount => this.classes.Count;

    /// <summary>Reads the cluster from the Kubernetes objects of a stack.</summary>
    public static KubernetesNetwork Of(Stack stack) => Of(stack, [], []);

    /// <summary>Reads the cluster; <paramref name="told"/> and <paramref name="names"/> are what other layers tell apart outside.</summary>
    internal static KubernetesNetwork Of(Stack stack, IEnumerable<AddressSet> told, IEnumerable<string> names)
    {
        var workloads = new List<Workload>();
        var rules = new List<NetworkPolicy>();
        var spaces = new Dictionary<string, NamespaceInfo>(StringComparer.Ordinal);
        foreach (var item in KubernetesObject.In(stack))
        {
            if (item is { Kind: "Namespace", Group: "v1" } && item.Root["metadata.name"].AsText is { } name)
            {
                spaces[name] = new(name, new Dictionary<string, string?>(item.Labels, StringComparer.Ordinal) { [NameLabel] = name });
            }
            else if (Workload.From(item) is { } workload)
            {
                workloads.Add(workload);
            }
            else if (NetworkPolicyReader.Read(item) is { } policy)
            {
                rules.Add(policy);
            }
        }

        return new(workloads, rules, spaces, told, names) { Problems = [.. KubernetesObject.In(stack).SelectMany(PolicyValidation.Of)] };
    }

    /// <summary>The connections from one end to the other that the policies of the cluster let through. Between two ends outside the cluster the policies have no say.</summary>
    public Reach Between(NetworkEnd from, NetworkEnd to) => (from, to) switch
    {
        (WorkloadEnd source, WorkloadEnd target) => this.Between(this.classOf[source.Workload], this.classOf[target.Workload]),
        (WorkloadEnd source, _) => Decide(this.classOf[source.Workload], PeerOf(to), null, egress: true, null),
        (_, WorkloadEnd target) => Decide(this.classOf[target.Workload], PeerOf(from), target.Workload, egress: false, null),
        _ => Reach.All,
    };

    /// <summary>What decided about the connections between the two ends: one line for each policy that selects an end, naming the rules that let something through.</summary>
    public IReadOnlyList<string> Explain(NetworkEnd from, NetworkEnd to)
    {
        var lines = new List<string>();
        if (from is WorkloadEnd source)
        {
            Decide(this.classOf[source.Workload], this.PeerOrClass(to), (to as WorkloadEnd)?.Workload, egress: true, lines);
        }

        if (to is WorkloadEnd target)
        {
            Decide(this.classOf[target.Workload], this.PeerOrClass(from), target.Workload, egress: false, lines);
        }

        return lines;
    }

    /// <summary>
    /// Every ordered pair of ends with a possible connection: workload to workload, the world outside to workload and workload to the world outside and to named hosts. Pods of one name are one end, which
    /// may what any of them may; a pair of a workload with itself is left out; ranges outside that get the same answer are joined.
    /// </summary>
    public IEnumerable<NetworkConnection> Connections() => NetworkConnection.Join(this.Pairs());

    internal IEnumerable<NetworkConnection> Pairs()
    {
        var groups = this.Workloads.GroupBy(workload => (workload.Namespace, workload.Kind, workload.Name)).Select(group => (First: group.First(), Classes: group.Select(one => this.classOf[one]).Distinct().ToList())).ToList();
        foreach (var (source, sourceClasses) in groups)
        {
            foreach (var (target, targetClasses) in groups)
            {
                if (ReferenceEquals(source, target))
                {
                    continue;
                }

                var reach = Reach.None;
                foreach (var one in sourceClasses)
                {
                    foreach (var other in targetClasses)
                    {
                        reach = reach.Union(this.Between(one, other));
                    }
                }

                if (!reach.IsDenied)
                {
                    yield return new(new WorkloadEnd(source), new WorkloadEnd(target), reach);
                }
            }
        }

        foreach (var (workload, members) in groups)
        {
            foreach (var egress in new[] { false, true })
            {
                foreach (var addresses in this.Outside)
                {
                    var reach = members.Aggregate(Reach.None, (all, one) => all.Union(Decide(one, addresses, workload, egress, null)));
                    if (!reach.IsDenied)
                    {
                        var (end, outside) = (new WorkloadEnd(workload), new AddressEnd(addresses));
                        yield return egress ? new(end, outside, reach) : new(outside, end, reach);
                    }
                }
            }

            foreach (var name in this.Names)
            {
                var reach = members.Aggregate(Reach.None, (all, one) => all.Union(Decide(one, name, null, egress: true, null)));
                if (!reach.IsDenied)
                {
                    yield return new(new WorkloadEnd(workload), new NameEnd(name), reach);
                }
            }
        }
    }

    /// <summary>The workloads of which a direction is not governed by any policy, so that everything is allowed there. Left out are pods on the node's network, which cannot be governed, and sandboxes for which their controller makes a policy.</summary>
    public IEnumerable<Workload> Undefended(bool egress) => this.Workloads.Where(workload => workload.HostNetwork == Truth.No && !IsManaged(workload) && (egress ? this.classOf[workload].Egress : this.classOf[workload].Ingress).Count == 0);

    private static bool IsManaged(Workload workload) => workload.Kind == "SandboxTemplate" && workload.Spec.Resource["spec.networkPolicyManagement"] is var management && (management.IsAbsent || management.AsText == "Managed");

    private const string NameLabel = "kubernetes.io/metadata.name";

    private static object PeerOf(NetworkEnd end) => end is AddressEnd { Addresses: var addresses } ? addresses : ((NameEnd)end).Name;

    private object PeerOrClass(NetworkEnd end) => end is WorkloadEnd { Workload: var workload } ? this.classOf[workload] : PeerOf(end);

    private Reach Between(PodClass from, PodClass to)
    {
        if (!this.pairs.TryGetValue((from, to), out var reach))
        {
            reach = Decide(from, to, to.Example, egress: true, null);
            reach = reach.IsDenied ? reach : reach.Intersect(Decide(to, from, to.Example, egress: false, null));
            this.pairs[(from, to)] = reach;
        }

        return reach;
    }

    private static Reach Decide(PodClass subject, object peer, Workload? destination, bool egress, List<string>? lines) =>
        new PolicyDecision(egress, rule => Match(rule, peer), destination, lines).Of(egress ? subject.Egress : subject.Ingress, subject.Example.ToString());

    private static Truth Match(NetworkRule rule, object peer)
    {
        var best = Truth.No;
        foreach (var term in rule.Peers)
        {
            var one = Select(term, peer);
            best = one > best ? one : best;
            if (best == Truth.Yes)
            {
                break;
            }
        }

        return best;
    }

    private static Truth Select(PeerTerm term, object peer)
    {
        switch (peer)
        {
            case PodClass { } pods:
                return pods.Selected.GetValueOrDefault(term, Truth.No);
            case AddressSet addresses:
                return term.Selects(addresses);
            default:
                return term.SelectsName((string)peer);
        }
    }

    private NamespaceInfo SpaceOf(Workload workload) => workload.Namespace is not { } name ? new(null, new Dictionary<string, string?>())
        : this.namespaces.TryGetValue(name, out var known) ? known
        : this.namespaces[name] = new(name, new Dictionary<string, string?>(StringComparer.Ordinal) { [NameLabel] = name });

    // Pods are alike when every term of every policy selects them alike and their named ports agree.
    private void Classify()
    {
        var terms = new Dictionary<PeerTerm, PeerTerm>(TermComparer.Instance);
        PeerTerm Same(PeerTerm term) => terms.TryGetValue(term, out var first) ? first : terms[term] = term;
        var shared = this.policies.ConvertAll(policy => policy with
        {
            Subjects = [.. policy.Subjects.Select(Same)],
            Ingress = policy.Ingress with { Rules = [.. policy.Ingress.Rules.Select(rule => rule with { Peers = [.. rule.Peers.Select(Same)] })] },
            Egress = policy.Egress with { Rules = [.. policy.Egress.Rules.Select(rule => rule with { Peers = [.. rule.Peers.Select(Same)] })] },
        });
        var numbered = terms.Values.Select((term, index) => (term, index)).ToList();
        var local = numbered.Where(one => one.term is PodTerm { Namespaces: null, Namespace: not null }).ToLookup(one => ((PodTerm)one.term).Namespace!, StringComparer.Ordinal);
        var global = numbered.Where(one => one.term is not PodTerm { Namespaces: null, Namespace: not null }).ToList();
        var seen = new Dictionary<string, PodClass>(StringComparer.Ordinal);
        var signature = new System.Text.StringBuilder();
        foreach (var workload in this.Workloads)
        {
            var space = this.SpaceOf(workload);
            var candidates = workload.Namespace is null ? numbered : global.Concat(local[workload.Namespace]);
            var selected = new Dictionary<PeerTerm, Truth>(ReferenceEqualityComparer.Instance);
            signature.Clear();
            foreach (var (term, index) in candidates)
            {
                if (term.Selects(workload, space) is not Truth.No and var truth)
                {
                    selected[term] = truth;
                    signature.Append(index).Append(truth == Truth.Yes ? ' ' : '?');
                }
            }

            foreach (var (name, ports) in workload.NamedPorts.OrderBy(port => port.Key, StringComparer.Ordinal))
            {
                signature.Append(name).Append('=').AppendJoin(',', ports).Append(';');
            }

            if (!seen.TryGetValue(signature.ToString(), out var alike))
            {
                alike = new(workload, selected);
                seen[signature.ToString()] = alike;
                this.classes.Add(alike);
            }

            this.classOf[workload] = alike;
        }

        // Most policies select the pods of one namespace, so the classes are found by the terms that select them.
        var selectedBy = this.classes.SelectMany(one => one.Selected.Select(entry => (Term: entry.Key, Class: one, Truth: entry.Value))).ToLookup(entry => entry.Term, ReferenceEqualityComparer.Instance);
        foreach (var policy in shared)
        {
            foreach (var subject in policy.Subjects.SelectMany(term => selectedBy[term]).GroupBy(entry => entry.Class))
            {
                subject.Key.Add(policy, subject.Max(entry => entry.Truth));
            }
        }
    }

    private static List<AddressSet> PartitionOutside(List<NetworkPolicy> policies, IEnumerable<AddressSet> told)
    {
        var starts = new SortedSet<UInt128> { 0 };
        foreach (var set in policies.SelectMany(policy => policy.Ingress.Rules.Concat(policy.Egress.Rules)).SelectMany(rule => rule.Peers).OfType<AddressTerm>().Select(term => term.Addresses).OfType<AddressSet>().Concat(told).Append(AddressSet.V4))
        {
            foreach (var (first, last) in set.Numbers.Intervals)
            {
                starts.Add(first);
                if (last != UInt128.MaxValue)
                {
                    starts.Add(last + 1);
                }
            }
        }

        var ordered = starts.ToList();
        return [.. ordered.Select((first, index) => AddressSet.Between(first, index + 1 < ordered.Count ? ordered[index + 1] - 1 : UInt128.MaxValue))];
    }

    private sealed class TermComparer : IEqualityComparer<PeerTerm>
    {
        public static TermComparer Instance { get; } = new();

        public bool Equals(PeerTerm? left, PeerTerm? right) => left is not null && right is not null && left.GetType() == right.GetType() && left.ToString() == right.ToString();

        public int GetHashCode(PeerTerm term) => term.ToString()!.GetHashCode(StringComparison.Ordinal);
    }
}
