using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Reads identities, roles and whom identities can act as from the resources of a stack.</summary>
internal sealed class AccessReader(Stack stack, Containment containment, ClusterInventory cluster, KubernetesRbac rbac, KubernetesNetwork network)
{
    private static readonly AddressSet Metadata = AddressSet.TryParse("169.254.169.254", out var set) ? set.Value : default;
    private static readonly string[] TokenDrivers = ["blob.csi.azure.com", "file.csi.azure.com", "secrets-store.csi.k8s.io"];

    private readonly List<Resource> identities = [.. stack.OfType(AzureNames.Identity)];
    private readonly List<Resource> clusters = [.. stack.OfType(AzureNames.Cluster)];
    private readonly ILookup<(string Kind, string Name), KubernetesObject> volumes = KubernetesObject.In(stack).Where(item => item.Kind is "PersistentVolumeClaim" or "PersistentVolume").ToLookup(item => (item.Kind, item.Name));
    private readonly AzureRole owner = BuiltInRoles.Named("Owner");

    public IEnumerable<AccessIdentity> Identities() =>
        this.identities.Select(IdentityOf).Concat(cluster.AccountsIn(null)).Concat(cluster.WorkloadsIn(null));

    /// <summary>Roles, access policies of vaults and administrators of clusters.</summary>
    public IEnumerable<(AccessIdentity Holder, RoleGrant Grant)> Grants()
    {
        foreach (var assignment in stack.OfType(AzureNames.Assignments))
        {
            var holds = assignment["condition"].IsKnown ? Truth.Maybe : Truth.Yes;
            var (role, scope) = (this.RoleOf(assignment), containment.Scope(assignment, "scope"));
            var holders = this.Holders(assignment, "principalId", assignment["principalType"].AsText ?? "").ToList();
            foreach (var holder in holders)
            {
                yield return (holder, new(role, scope, holders.Count > 1 ? Truth.Maybe : holds, assignment));
            }
        }

        foreach (var (vault, place, source) in this.AccessPolicies())
        {
            if (Capability.VaultGoesByRoles(vault))
            {
                continue; // the vault does not read them
            }

            var role = new AzureRole($"access policy of {vault.Name}", "") { DataActions = [.. VaultActions(place)], IsUnknown = place.IsUnknown };
            foreach (var holder in this.Holders(source, "objectId", "", place))
            {
                yield return (holder, new(role, new AccessScope { Text = AzureNames.Title(vault), Resource = vault }, Truth.Yes, source));
            }
        }
    }

    public IEnumerable<(AccessIdentity From, AccessEdge Edge)> Edges() =>
        this.Federations().Concat(this.PodEdges()).Concat(this.ClusterEdges()).Concat(this.GroupEdges());

    /// <summary>Whom roles of Azure let their holder become.</summary>
    public IEnumerable<AccessEdge> Escalations(IReadOnlyList<RoleGrant> held)
    {
        foreach (var grant in held)
        {
            AccessEdge To(AccessIdentity identity, string how, Truth holds) => new(identity, $"{how} ({grant.Role.Name} at {grant.Scope})", holds);
            foreach (var identity in this.identities)
            {
                var federate = grant.Allows(Operation.WriteFederation, identity, containment);
                if (federate != Truth.No)
                {
                    yield return To(IdentityOf(identity), "a federated credential that it may add", federate);
                }

                var assign = grant.Allows(Operation.AssignIdentity, identity, containment);
                if (assign != Truth.No && held.Any(other => other.Role.IsUnknown || other.Role.Allows(Operation.WriteMachines)))
                {
                    yield return To(IdentityOf(identity), "a machine that it may give the identity", assign);
                }
            }

            foreach (var one in this.clusters)
            {
                (Operation Operation, string How, bool Counts)[] ways =
                [
                    (Operation.WriteCluster, "the cluster's settings", true),
                    (Operation.AdminCredential, "the administrator's credential", one["localAccountDisabled"].AsBoolean != true),
                    (Operation.RunInCluster, "the run command", one["runCommandEnabled"].AsBoolean != false),
                    (Operation.KubernetesBind, "every right in the cluster", one["azureActiveDirectoryRoleBasedAccessControl.azureRbacEnabled"].AsBoolean != false),
                ];
                foreach (var (operation, how, _) in ways.Where(way => way.Counts))
                {
                    if (grant.Allows(operation, one, containment) is not Truth.No and var holds)
                    {
                        yield return To(AccessIdentity.ClusterAdmin, how, holds);
                    }
                }

                if (grant.Allows(Operation.KubernetesPods, one, containment) is not Truth.No and var pods && grant.Allows(Operation.KubernetesBind, one, containment) == Truth.No)
                {
                    foreach (var account in cluster.AccountsIn(null))
                    {
                        yield return To(account, "pods that it may create", pods);
                    }
                }
            }
        }
    }

    /// <summary>The role that lets its holder give itself any other, as the grant that this amounts to.</summary>
    public RoleGrant? OwnerBy(RoleGrant grant) =>
        grant.Role.Name != this.owner.Name && (grant.Role.IsUnknown || grant.Role.Allows(Operation.WriteRoles)) ? grant with { Role = this.owner, Holds = grant.Role.IsUnknown ? Truth.Maybe : grant.Holds } : null;

    internal static AccessIdentity IdentityOf(Resource identity) => new(AccessIdentityKind.ManagedIdentity, identity["name"].AsText ?? identity.Name) { Urn = identity.Urn };

    private AzureRole RoleOf(Resource assignment)
    {
        if (assignment["roleDefinitionName"].AsText is { } name)
        {
            return this.Defined(name) ?? BuiltInRoles.Named(name);
        }

        var sources = containment.SourcesOf(assignment, "roleDefinitionId").Where(source => source.Type == AzureNames.RoleDefinition).ToList();
        return sources is [var one] ? AzureRole.From(one)
            : assignment["roleDefinitionId"].AsText is { } id ? BuiltInRoles.WithId(id) ?? this.Defined(id) ?? new(id, "") { IsUnknown = true }
            : new("a role not known before deployment", "") { IsUnknown = true };
    }

    private AzureRole? Defined(string nameOrId) => stack.OfType(AzureNames.RoleDefinition)
        .Where(definition => definition["name"].AsText == nameOrId || (definition.Id is { Length: > 0 } id && id.Split('|')[0].Equals(nameOrId, StringComparison.OrdinalIgnoreCase))).Select(AzureRole.From).FirstOrDefault();

    private IEnumerable<AccessIdentity> Holders(Resource source, string property, string kind, Field? place = null)
    {
        var field = place is { } inner ? inner.Member(property) : source[property];
        if (field.AsText is { } id)
        {
            var known = stack.References(AzureNames.Identity, "principalId").Being(id).ToList();
            return known.Count > 0 ? known.Select(IdentityOf) : this.ByDependency(source, place is null ? property : "accessPolicies").ToList() is { Count: 1 } one ? one : [new(AccessIdentityKind.Principal, id) { Detail = kind }];
        }

        var found = this.ByDependency(source, place is null || source.Type == AzureNames.VaultAccess ? property : "accessPolicies").ToList();
        return found.Count > 0 ? found : [new(AccessIdentityKind.Principal, "not known before deployment") { Detail = kind }];
    }

    private IEnumerable<AccessIdentity> ByDependency(Resource source, string property) => containment.SourcesOf(source, property)
        .Select(one => one.Type == AzureNames.Identity ? IdentityOf(one) : new AccessIdentity(AccessIdentityKind.Resource, AzureNames.Title(one)) { Urn = one.Urn });

    private IEnumerable<(Resource Vault, Field Place, Resource Source)> AccessPolicies()
    {
        foreach (var vault in stack.OfType(AzureNames.KeyVault))
        {
            foreach (var policy in vault["accessPolicies"].Items)
            {
                yield return (vault, policy, vault);
            }
        }

        foreach (var policy in stack.OfType(AzureNames.VaultAccess))
        {
            if (containment.Scope(policy, "keyVaultId").Resource is { } vault)
            {
                yield return (vault, policy.Root, policy);
            }
        }
    }

    private static IEnumerable<string> VaultActions(Field policy)
    {
        IEnumerable<string> Of(string member) => policy.Member(member).Items.Select(one => one.AsText?.ToLowerInvariant()).OfType<string>();
        foreach (var permission in Of("secretPermissions"))
        {
            yield return permission switch { "get" => Operation.ReadSecrets.Name, "set" => Operation.WriteSecrets.Name, "all" => "Microsoft.KeyVault/vaults/secrets/*", _ => $"Microsoft.KeyVault/vaults/secrets/{permission}" };
        }

        foreach (var permission in Of("keyPermissions"))
        {
            yield return permission switch { "unwrapkey" or "decrypt" => Operation.UseKeys.Name, "delete" or "purge" => Operation.DeleteKeys.Name, "all" => "Microsoft.KeyVault/vaults/keys/*", _ => $"Microsoft.KeyVault/vaults/keys/{permission}/action" };
        }
    }

    private IEnumerable<(AccessIdentity From, AccessEdge Edge)> Federations()
    {
        const string prefix = "system:serviceaccount:";
        var byId = this.identities.Where(identity => identity.Id is not null).ToLookup(identity => identity.Id!, StringComparer.OrdinalIgnoreCase);
        foreach (var credential in stack.OfType(AzureNames.Federation))
        {
            // The provider renamed the property; a state may have either.
            string[] properties = ["userAssignedIdentityId", "parentId"];
            var targets = properties.Select(property => credential[property].AsText).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(id => byId[id]).Select(IdentityOf).ToList();
            targets = targets.Count > 0 ? targets : [.. properties.SelectMany(property => this.ByDependency(credential, property)).Where(one => one.Kind == AccessIdentityKind.ManagedIdentity).Distinct()];
            var subject = credential["subject"].AsText;
            var parts = subject?.StartsWith(prefix, StringComparison.Ordinal) == true ? subject[prefix.Length..].Split(':') : null;
            var from = parts is [var space, var name] ? new AccessIdentity(AccessIdentityKind.ServiceAccount, name, space) : new(AccessIdentityKind.External, subject ?? "not known before deployment");
            foreach (var to in targets)
            {
                yield return (from, new(to, $"federated credential {credential.Name}", subject is null || targets.Count > 1 ? Truth.Maybe : Truth.Yes));
            }
        }
    }

    private IEnumerable<(AccessIdentity From, AccessEdge Edge)> PodEdges()
    {
        foreach (var workload in cluster.Workloads)
        {
            var (identity, account) = (ClusterInventory.IdentityOf(workload), ClusterInventory.AccountOf(workload));
            if (this.TokenOf(workload, account) is { } token)
            {
                yield return (identity, new(account, token.Why, token.Holds));
            }

            foreach (var (why, holds) in Escapes(workload))
            {
                yield return (identity, new(AccessIdentity.Node, why, holds));
            }
        }
    }

    /// <summary>The way of pods to the metadata service, which speaks for the node. Whether there is one without a cluster is the cloud's to tell.</summary>
    public IEnumerable<SharedEdges> SharedEdges()
    {
        var kubelets = this.Kubelets().ToList();
        return kubelets.Count == 0 ? [] : cluster.Workloads.Select(workload => (Workload: workload, Reach: workload.HostNetwork == Truth.Yes ? Reach.All : network.Between(new WorkloadEnd(workload), new AddressEnd(Metadata))))
            .Where(one => one.Reach.Possible.Contains(Protocol.Tcp, 80))
            .GroupBy(one => one.Reach.Allowed.Contains(Protocol.Tcp, 80) ? Truth.Yes : Truth.Maybe, one => ClusterInventory.IdentityOf(one.Workload))
            .Select(group => new SharedEdges([.. group.Distinct()], [.. kubelets.Select(kubelet => new AccessEdge(kubelet, "the metadata service, which no network policy keeps from it", group.Key))]));
    }

    private (string Why, Truth Holds)? TokenOf(Workload workload, AccessIdentity account)
    {
        var spec = workload.Spec;
        var mount = spec["automountServiceAccountToken"] is { IsAbsent: false } own ? own : cluster.Declared.TryGetValue(account, out var declared) ? declared.Root["automountServiceAccountToken"] : default;
        if (mount.IsUnknown || mount.AsBoolean != false)
        {
            return ("its token, which is mounted", mount.IsUnknown ? Truth.Maybe : Truth.Yes);
        }

        if (workload.Labels.TryGetValue("azure.workload.identity/use", out var label) && label is null or "true")
        {
            return ("a token for workload identity", label is null ? Truth.Maybe : Truth.Yes);
        }

        foreach (var volume in spec["volumes"].Items)
        {
            if (volume["projected.sources"].Items.Any(source => !source["serviceAccountToken"].IsAbsent))
            {
                return ($"a token in volume {volume["name"].AsText}", Truth.Yes);
            }

            if (this.DriverOf(volume, workload.Namespace) is { } driver && TokenDrivers.Contains(driver))
            {
                return ($"volume {volume["name"].AsText}, which {driver} mounts in its name", Truth.Yes);
            }
        }

        return null;
    }

    private string? DriverOf(Field volume, string? space)
    {
        if (volume["csi.driver"].AsText is { } inline)
        {
            return inline;
        }

        if (volume["persistentVolumeClaim.claimName"].AsText is not { } claim)
        {
            return null;
        }

        var bound = this.volumes[("PersistentVolumeClaim", claim)].FirstOrDefault(item => item.Namespace == space)?.Root["spec.volumeName"].AsText;
        return bound is null ? null : this.volumes[("PersistentVolume", bound)].FirstOrDefault()?.Root["spec.csi.driver"].AsText;
    }

    private static IEnumerable<(string Why, Truth Holds)> Escapes(Workload workload)
    {
        foreach (var container in workload.Spec["containers"].Items.Concat(workload.Spec["initContainers"].Items))
        {
            var privileged = container["securityContext.privileged"];
            if (privileged.IsUnknown || privileged.AsBoolean == true)
            {
                yield return ($"container {container["name"].AsText}, which is privileged", privileged.IsUnknown ? Truth.Maybe : Truth.Yes);
            }
        }

        if (workload.Spec["hostPID"].AsBoolean == true)
        {
            yield return ("the node's processes, which it shares", Truth.Yes);
        }

        foreach (var volume in workload.Spec["volumes"].Items.Where(volume => !volume["hostPath"].IsAbsent))
        {
            yield return ($"the node's files at {volume["hostPath.path"].AsText ?? "a path not known"}", Truth.Yes);
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
                yield return IdentityOf(identity);
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
