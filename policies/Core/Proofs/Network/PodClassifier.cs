using System.Text;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Sorts workloads into classes: pods are alike when every term of every policy selects them alike, their named ports agree, and they are on the same sort of network.</summary>
internal static class PodClassifier
{
    /// <summary>The class of each workload.</summary>
    public static Dictionary<Workload, PodClass> Classify(NetworkObjects cluster)
    {
        var terms = new Dictionary<PeerTerm, PeerTerm>(TermComparer.Instance);
        PeerTerm Same(PeerTerm term) => terms.TryGetValue(term, out var first) ? first : terms[term] = term;
        PolicySide Shared(PolicySide side) => side with { Rules = [.. side.Rules.Select(rule => rule with { Peers = [.. rule.Peers.Select(Same)] })] };
        var shared = cluster.Policies.Select(policy => policy with { Subjects = [.. policy.Subjects.Select(Same)], Ingress = Shared(policy.Ingress), Egress = Shared(policy.Egress) }).ToList();
        var numbered = terms.Values.Select((term, index) => (term, index)).ToList();
        var local = numbered.Where(one => one.term is PodTerm { Namespaces: null, Namespace: not null }).ToLookup(one => ((PodTerm)one.term).Namespace!, StringComparer.Ordinal);
        var global = numbered.Where(one => one.term is not PodTerm { Namespaces: null, Namespace: not null }).ToList();
        var classOf = new Dictionary<Workload, PodClass>(ReferenceEqualityComparer.Instance);
        var classes = new Dictionary<string, PodClass>(StringComparer.Ordinal);
        foreach (var workload in cluster.Workloads)
        {
            var space = cluster.SpaceOf(workload);
            var selected = new Dictionary<PeerTerm, Truth>(ReferenceEqualityComparer.Instance);
            var signature = new StringBuilder().Append(workload.HostNetwork).Append(' ');
            foreach (var (term, index) in workload.Namespace is null ? numbered : global.Concat(local[workload.Namespace]))
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

            var key = signature.ToString();
            classOf[workload] = classes.TryGetValue(key, out var alike) ? alike : classes[key] = new(workload, selected);
        }

        Assign(shared, classes.Values);
        return classOf;
    }

    // Most policies are about one namespace, so that only the classes that one of their terms selects are looked at.
    private static void Assign(List<NetworkPolicy> policies, IReadOnlyCollection<PodClass> classes)
    {
        var selecting = classes.SelectMany(one => one.Selected.Keys, (one, term) => (one, term)).ToLookup(pair => pair.term, pair => pair.one, ReferenceEqualityComparer.Instance);
        foreach (var policy in policies)
        {
            foreach (var one in policy.Subjects.SelectMany(term => selecting[term]).Distinct())
            {
                one.Add(policy, policy.Subjects.Max(term => one.Selected.GetValueOrDefault(term, Truth.No)));
            }
        }
    }

    private sealed class TermComparer : IEqualityComparer<PeerTerm>
    {
        public static TermComparer Instance { get; } = new();

        public bool Equals(PeerTerm? left, PeerTerm? right) => left is not null && right is not null && left.GetType() == right.GetType() && left.ToString() == right.ToString();

        public int GetHashCode(PeerTerm term) => term.ToString()!.GetHashCode(StringComparison.Ordinal);
    }
}
