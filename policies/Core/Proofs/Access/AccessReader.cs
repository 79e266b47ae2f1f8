using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Reads from the resources of a stack whom identities can act as: by federation, as pods, by the cluster's own ways and by groups.</summary>
internal sealed class AccessReader(Stack stack, Containment containment, ClusterInventory cluster, KubernetesRbac rbac, KubernetesNetwork network)
{
    private readonly List<Resource> identities = [.. stack.OfType(AzureNames.Identity)];
    private readonly List<Resource> clusters = [.. stack.OfType(AzureNames.Cluster)];
    private readonly PodIdentities pods = new(stack, cluster, network);

    /// <summary>Who holds which role.</summary>
    public AzureGrants Grants { get; } = new(stack, containment);

    /// <summary>Whom roles of Azure let their holder become.</summary>
    public AzureEscalations Escalations => new(containment, cluster, this.identities, this.clusters);

    public IEnumerable<AccessIdentity> Identities() =>
        this.identities.Select(AzureGrants.IdentityOf).Concat(cluster.AccountsIn(null)).Concat(cluster.WorkloadsIn(null));

    public IEnumerable<(AccessIdentity From, AccessEdge Edge)> Edges() =>
        this.Federations().Concat(this.pods.Edges()).Concat(this.ClusterEdges()).Concat(this.GroupEdges());

    /// <summary>Edges that many pods have alike.</summary>
    public IEnumerable<SharedEdges> SharedEdges() => this.pods.ToMetadata([.. this.Kubelets()]);

    private IEnumerable<(AccessIdentity From, AccessEdge Edge)> Federations()
    {
        const string prefix = "system:serviceaccount:";
        var byId = this.identities.Where(identity => identity.Id is not null).ToLookup(identity => identity.Id!, StringComparer.OrdinalIgnoreCase);
        foreach (var credential in stack.OfType(AzureNames.Federation))
        {
            // The provider renamed the property; a state may have either.
            string[] properties = ["userAssignedIdentityId", "parentId"];
            var targets = properties.Select(property => credential[property].AsText).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(id => byId[id]).Select(AzureGrants.IdentityOf).ToList();
            targets = targets.Count > 0 ? targets : [.. properties.SelectMany(property => this.Grants.ByDependency(credential, property)).Where(one => one.Kind == AccessIdentityKind.ManagedIdentity).Distinct()];
            var subject = credential["subject"].AsText;
            var parts = subject?.StartsWith(prefix, StringComparison.Ordinal) == true ? subject[prefix.Length..].Split(':') : null;
            var from = parts is [var space, var name] ? new AccessIdentity(AccessIdentityKind.ServiceAccount, name, space) : new(AccessIdentityKind.External, subject ?? "not known before deployment");
            foreach (var to in targets)
            {
                yield return (from, new(to, $"federated credential {credential.Name}", subject is null || targets.Count > 1 ? Truth.Maybe : Truth.Yes));
            }
        }
    }

    private IEnumerable<AccessIdentity> Kubelets()
    {
        foreach (var one in this.clusters)
        {
            var named = containment.SourcesOf(one, "kubeletIdentity").Where(source => source.Type == AzureNames.Identity).ToList();
            var byId = this.identities.Where(identity => identity.Id is { } id && id.Equals(one["kubeletIdentity.userAssignedIdentityId"].AsText, StringComparison.OrdinalIgnoreCase)).ToList();
            var found = byId.Count > 0 ? byId : named;
            foreach (var identity in found)
            {
                yield return AzureGrants.IdentityOf(identity);
            }

            if (found.Count == 0)
            {
                yield return new(AccessIdentityKind.Resource, $"nodes of {one.Name}") { Urn = one.Urn };
            }
        }
    }

    private IEnumerable<(AccessIdentity From, AccessEdge Edge)> ClusterEdges()
    {
        foreach (var kubelet in this.Kubelets())
        {
            yield return (AccessIdentity.Node, new(kubelet, "the node's metadata service", Truth.Yes));
        }

        foreach (var workload in cluster.WorkloadsIn(null))
        {
            yield return (AccessIdentity.Node, new(workload, "the files of pods on the node", Truth.Yes));
        }

        foreach (var account in cluster.AccountsIn(null))
        {
            yield return (AccessIdentity.ClusterAdmin, new(account, "a token that it may request", Truth.Yes));
        }

        foreach (var space in cluster.Namespaces)
        {
            var administrator = new AccessIdentity(AccessIdentityKind.NamespaceAdmin, space);
            foreach (var account in cluster.AccountsIn(space).Concat(cluster.WorkloadsIn(space)))
            {
                yield return (administrator, new(account, "every right in its namespace", Truth.Yes));
            }

            if (cluster.AdmitsPrivilegedPods(space))
            {
                yield return (administrator, new(AccessIdentity.Node, "privileged pods that it may create", Truth.Yes));
            }
        }

        yield return (AccessIdentity.ClusterAdmin, new(AccessIdentity.Node, "privileged pods that it may create", Truth.Yes));
        foreach (var one in this.clusters)
        {
            var entra = one["azureActiveDirectoryRoleBasedAccessControl"];
            foreach (var group in entra["adminGroupObjectIds"].Items)
            {
                yield return (new(AccessIdentityKind.Principal, group.AsText ?? "not known before deployment") { Detail = "Group" }, new(AccessIdentity.ClusterAdmin, $"the administrators' groups of {one.Name}", Truth.Yes));
            }
        }
    }

    // Kubernetes knows people and accounts by groups of its own.
    private IEnumerable<(AccessIdentity From, AccessEdge Edge)> GroupEdges()
    {
        foreach (var group in rbac.Holders.Where(one => one.Kind == AccessIdentityKind.KubernetesGroup).ToList())
        {
            var members = group.Name switch
            {
                "system:authenticated" or "system:serviceaccounts" => cluster.AccountsIn(null),
                ['s', ..] when group.Name.StartsWith("system:serviceaccounts:", StringComparison.Ordinal) => cluster.AccountsIn(group.Name["system:serviceaccounts:".Length..]),
                _ => [new AccessIdentity(AccessIdentityKind.Principal, group.Name)],
            };
            foreach (var member in members)
            {
                yield return (member, new(group, "membership", Truth.Yes));
            }
        }

        foreach (var user in rbac.Holders.Where(one => one.Kind == AccessIdentityKind.KubernetesUser && one.Name.StartsWith("system:serviceaccount:", StringComparison.Ordinal)).ToList())
        {
            if (user.Name.Split(':') is [_, _, var space, var name])
            {
                yield return (new(AccessIdentityKind.ServiceAccount, name, space), new(user, "being that user", Truth.Yes));
            }
        }
    }
}
