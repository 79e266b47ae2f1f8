using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>What there is in a cluster to act as: workloads, service accounts and namespaces.</summary>
internal sealed class ClusterInventory
{
    private readonly List<AccessIdentity> accounts = [];
    private readonly List<AccessIdentity> workloads = [];
    private readonly ILookup<string?, AccessIdentity> accountsBySpace;
    private readonly ILookup<string?, AccessIdentity> workloadsBySpace;
    private readonly ILookup<AccessIdentity, string> tokenSecrets;
    private readonly Dictionary<string, KubernetesObject> namespaces;

    public ClusterInventory(IReadOnlyList<KubernetesObject> objects, IReadOnlyList<Workload> made)
    {
        this.namespaces = objects.Where(item => item is { Kind: "Namespace", Group: "v1" }).GroupBy(item => item.Name).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        this.Declared = objects.Where(item => item.Kind == "ServiceAccount").GroupBy(item => new AccessIdentity(AccessIdentityKind.ServiceAccount, item.Name, item.Namespace ?? "?")).ToDictionary(group => group.Key, group => group.Last());
        this.Workloads = made;
        var seen = new HashSet<AccessIdentity>();
        foreach (var account in this.Declared.Select(pair => pair.Key with { Urn = pair.Value.Resource.Urn }).Concat(made.Select(AccountOf)))
        {
            if (seen.Add(account))
            {
                this.accounts.Add(account);
            }
        }

        this.workloads = [.. made.Select(IdentityOf).Distinct()];
        this.accountsBySpace = this.accounts.ToLookup(account => account.Namespace, StringComparer.Ordinal);
        this.workloadsBySpace = this.workloads.ToLookup(workload => workload.Namespace, StringComparer.Ordinal);
        this.tokenSecrets = objects.Where(item => item.Kind == "Secret" && item.Root["type"].AsText == "kubernetes.io/service-account-token")
            .ToLookup(item => new AccessIdentity(AccessIdentityKind.ServiceAccount, item.Root["metadata"].Member("annotations").Member("kubernetes.io/service-account.name").AsText ?? "?", item.Namespace ?? "?"), item => item.Name);
    }

    /// <summary>The service accounts that are objects of the stack.</summary>
    public IReadOnlyDictionary<AccessIdentity, KubernetesObject> Declared { get; }

    /// <summary>The workloads.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The namespaces that something is in.</summary>
    public IEnumerable<string> Namespaces => this.namespaces.Keys.Concat(this.accounts.Select(account => account.Namespace!)).Distinct(StringComparer.Ordinal);

    public static AccessIdentity IdentityOf(Workload workload) => new(AccessIdentityKind.Workload, workload.Name, workload.Namespace ?? "?") { Detail = workload.Kind, Urn = workload.Urn };

    public static AccessIdentity AccountOf(Workload workload) => new(AccessIdentityKind.ServiceAccount, workload.ServiceAccount, workload.Namespace ?? "?");

    public IEnumerable<AccessIdentity> AccountsIn(string? space) => space is null ? this.accounts : this.accountsBySpace[space];

    public IEnumerable<AccessIdentity> WorkloadsIn(string? space) => space is null ? this.workloads : this.workloadsBySpace[space];

    public IEnumerable<string> TokenSecretsOf(AccessIdentity account) => this.tokenSecrets[account];

    /// <summary>Whether some namespace of the scope admits pods that own their node: one that enforces neither baseline nor restricted pods.</summary>
    public bool AdmitsPrivilegedPods(string? space) => space is null || !this.namespaces.TryGetValue(space, out var found)
        || found.Labels.GetValueOrDefault("pod-security.kubernetes.io/enforce") is not ("baseline" or "restricted");

    /// <summary>The role that the namespace's label names: <c>sandbox</c>, <c>models</c>, <c>gateway</c>; null for none.</summary>
    public string? RoleOf(string? space) => space is not null && this.namespaces.TryGetValue(space, out var found) ? found.Labels.GetValueOrDefault("llmops/role") : null;
}
