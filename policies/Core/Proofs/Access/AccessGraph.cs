using System.Collections.Concurrent;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>
/// Who may do what in a stack, at worst: identities, whom each can act as (pods their service account, an account its federated identity, the holder of a dangerous right everybody that the right
/// lets it become), and the rights at the end of each chain. A value that is not known before deployment makes a right possible, never absent.
/// </summary>
public sealed class AccessGraph
{
    private readonly Dictionary<AccessIdentity, List<AccessEdge>> edges = [];
    private readonly Dictionary<AccessIdentity, List<RoleGrant>> grants = [];
    private readonly IReadOnlyList<SharedEdges> shared;
    private readonly ILookup<AccessIdentity, SharedEdges> sharedOf;
    private readonly ConcurrentDictionary<AccessIdentity, IReadOnlyList<(AccessIdentity Identity, Truth Holds, IReadOnlyList<string> Chain)>> reached = [];
    private readonly Dictionary<AccessIdentity, AccessIdentity> identities = [];
    private readonly Stack stack;
    private readonly Containment containment;
    private readonly KubernetesRbac rbac;

    private AccessGraph(Stack stack)
    {
        this.stack = stack;
        this.containment = new(stack);
        var objects = KubernetesObject.In(stack).ToList();
        var network = stack.Once(NetworkProof.Of).Cluster;
        this.Cluster = new(objects, [.. network.Workloads.Where(workload => workload.Kind != EnvoyGateways.Kind)]);
        this.rbac = new(objects);
        var reader = new AccessReader(stack, this.containment, this.Cluster, this.rbac, network);
        foreach (var (holder, grant) in reader.Grants.All())
        {
            this.Known(holder);
            Add(this.grants, holder, grant);
            if (reader.Grants.OwnerBy(grant) is { } owner)
            {
                Add(this.grants, holder, owner);
            }
        }

        foreach (var (from, edge) in reader.Edges().Concat(this.Escalations(reader)).ToList())
        {
            if (from.Kind != AccessIdentityKind.NamespaceAdmin)
            {
                this.Known(from); // a power that nobody can have is not worth telling
            }

            this.Known(edge.To);
            Add(this.edges, from, edge);
        }

        foreach (var one in reader.Identities().Concat(this.rbac.Holders))
        {
            this.Known(one);
        }

        this.shared = [.. reader.SharedEdges()];
        foreach (var one in this.shared.SelectMany(group => group.From.Concat(group.Edges.Select(edge => edge.To))))
        {
            this.Known(one);
        }

        this.sharedOf = this.shared.SelectMany(group => group.From.Select(from => (From: from, Group: group))).ToLookup(one => one.From, one => one.Group);
        this.Identities = [.. this.identities.Values.OrderBy(identity => identity.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Every identity that the stack names, ordered by its text.</summary>
    public IReadOnlyList<AccessIdentity> Identities { get; }

    internal ClusterInventory Cluster { get; }

    /// <summary>The graph of a stack, which is read once.</summary>
    public static AccessGraph Of(Stack stack) => stack.Once(static one => new AccessGraph(one));

    /// <summary>Everybody that the identity can act as, itself first, each by its surest and then shortest chain.</summary>
    public IReadOnlyList<(AccessIdentity Identity, Truth Holds, IReadOnlyList<string> Chain)> ActsAs(AccessIdentity identity) => this.reached.GetOrAdd(identity, one => [.. this.Reached(one)]);

    /// <summary>The same, found as it is asked for: who looks for the first of a sort need not know all that follow.</summary>
    internal IEnumerable<(AccessIdentity Identity, Truth Holds, IReadOnlyList<string> Chain)> Reached(AccessIdentity identity)
    {
        var order = new List<(AccessIdentity, Truth, IReadOnlyList<string>)>();
        var seen = new HashSet<AccessIdentity>();
        foreach (var least in new[] { Truth.Yes, Truth.Maybe })
        {
            // Certain chains first; what they do not reach may be reached by an uncertain link.
            var queue = new Queue<(AccessIdentity Identity, Truth Holds, IReadOnlyList<string> Chain)>(least == Truth.Yes ? [(identity, Truth.Yes, [])] : [.. order]);
            while (queue.TryDequeue(out var at))
            {
                if (seen.Add(at.Identity))
                {
                    order.Add(at);
                    yield return at;
                }
                else if (least == Truth.Yes || at.Holds == Truth.Maybe)
                {
                    continue;
                }

                foreach (var edge in this.EdgesOf(at.Identity))
                {
                    var holds = edge.Holds < at.Holds ? edge.Holds : at.Holds;
                    if (holds >= least && !seen.Contains(edge.To))
                    {
                        queue.Enqueue((edge.To, holds, [.. at.Chain, $"acts as {edge.To} by {edge.Why}"]));
                    }
                }
            }
        }
    }

    /// <summary>Everybody who may, by whatever chain, act as one of these, themselves among them: found once for all, where asking each identity costs the product.</summary>
    internal IReadOnlySet<AccessIdentity> LeadingTo(Func<AccessIdentity, bool> wanted)
    {
        var sources = this.edges.SelectMany(pair => pair.Value.Select(edge => (From: pair.Key, edge.To))).ToLookup(pair => pair.To, pair => pair.From);
        var groups = this.shared.SelectMany(group => group.Edges.Select(edge => (edge.To, Group: group))).ToLookup(one => one.To, one => one.Group);
        var open = this.shared.ToHashSet();
        var found = this.identities.Keys.Concat(this.edges.Keys).Concat(sources.Select(group => group.Key)).Where(wanted).ToHashSet();
        var queue = new Queue<AccessIdentity>(found);
        while (queue.TryDequeue(out var at))
        {
            foreach (var from in sources[at].Concat(groups[at].Where(open.Remove).SelectMany(group => group.From)).Where(found.Add))
            {
                queue.Enqueue(from);
            }
        }

        return found;
    }

    /// <summary>Every right of the identity, by itself or by a chain.</summary>
    public IEnumerable<AccessRight> RightsOf(AccessIdentity identity)
    {
        foreach (var (acting, holds, chain) in this.ActsAs(identity))
        {
            var direct = chain.Count == 0;
            foreach (var grant in this.grants.GetValueOrDefault(acting) ?? [])
            {
                yield return new(identity, grant.Role.Name, grant.Scope.Text, this.CanBy(grant), grant.Holds < holds ? grant.Holds : holds, [.. chain, $"holds {grant.Role.Name} at {grant.Scope} ({grant.Source.Name})"]) { At = grant.Scope.Resource, IsPart = grant.Scope.IsPart, IsDirect = direct };
            }

            foreach (var rule in this.rbac.Of(acting))
            {
                yield return new(identity, "Kubernetes", rule.ToString(), [], rule.Holds < holds ? rule.Holds : holds, [.. chain, $"may {rule} ({rule.Source})"]) { IsDirect = direct };
            }

            if (!direct && acting.Kind is AccessIdentityKind.ClusterAdmin or AccessIdentityKind.NamespaceAdmin or AccessIdentityKind.Node)
            {
                yield return new(identity, acting.ToString(), acting.Kind == AccessIdentityKind.NamespaceAdmin ? $"namespace {acting.Name}" : "the cluster", [], holds, chain);
            }
        }
    }

    /// <summary>Whether the identity can do the operation with the whole resource, by whatever chain, and how.</summary>
    internal (Truth Holds, IReadOnlyList<string> Chain) Can(AccessIdentity identity, Operation operation, Resource target, bool orPart = false)
    {
        (Truth Holds, IReadOnlyList<string> Chain) best = (Truth.No, []);
        foreach (var (acting, holds, chain) in this.ActsAs(identity))
        {
            foreach (var grant in this.grants.GetValueOrDefault(acting) ?? [])
            {
                var allows = orPart ? grant.AllowsWithin(operation, target, this.containment) : grant.Allows(operation, target, this.containment);
                allows = allows < holds ? allows : holds;
                if (allows > best.Holds)
                {
                    best = (allows, [.. chain, $"holds {grant.Role.Name} at {grant.Scope} ({grant.Source.Name})"]);
                }
            }
        }

        return best;
    }

    private IEnumerable<AccessEdge> EdgesOf(AccessIdentity identity) => (this.edges.GetValueOrDefault(identity) ?? []).Concat(this.sharedOf[identity].SelectMany(group => group.Edges));

    /// <summary>The roles that the identity holds itself.</summary>
    internal IReadOnlyList<RoleGrant> GrantsOf(AccessIdentity identity) => this.grants.GetValueOrDefault(identity) ?? [];

    internal bool IsWithin(Resource target, Resource container) => this.containment.IsWithin(target, container);

    private List<string> CanBy(RoleGrant grant)
    {
        if (grant.Role.IsUnknown)
        {
            return ["anything"];
        }

        var can = new List<string>();
        foreach (var capability in Capability.All)
        {
            foreach (var target in this.stack.OfType(capability.Types))
            {
                if (grant.AllowsWithin(capability.Operation, target, this.containment) != Truth.No || (capability.ByKeys is { } keys && this.KeyHolder(target) is { } holder && grant.Allows(keys, holder, this.containment) != Truth.No))
                {
                    can.Add(capability.Id);
                    break;
                }
            }
        }

        return can;
    }

    /// <summary>The resource whose keys open the target; null where keys are off.</summary>
    internal Resource? KeyHolder(Resource target) => this.stack.OfType(AzureNames.StorageAccount, AzureNames.BusNamespace, AzureNames.KeyVault, AzureNames.Registry).FirstOrDefault(holder => Capability.HasKeys(holder) && this.containment.IsWithin(target, holder));

    // What rights let their holders become.
    private IEnumerable<(AccessIdentity From, AccessEdge Edge)> Escalations(AccessReader reader)
    {
        foreach (var holder in this.rbac.Holders.ToList())
        {
            foreach (var edge in KubernetesRbac.Escalations(this.rbac.Of(holder), this.Cluster))
            {
                yield return (holder, edge);
            }
        }

        var escalations = reader.Escalations;
        foreach (var (holder, held) in this.grants.ToList())
        {
            foreach (var edge in escalations.Of(held))
            {
                yield return (holder, edge);
            }
        }
    }

    private void Known(AccessIdentity identity)
    {
        // The one that says most of itself stays.
        if (!this.identities.TryGetValue(identity, out var former) || (former.Urn.Length == 0 && identity.Urn.Length > 0))
        {
            this.identities[identity] = identity;
        }
    }

    private static void Add<T>(Dictionary<AccessIdentity, List<T>> map, AccessIdentity key, T value)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = [];
        }

        list.Add(value);
    }
}
