using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Reads who holds which role of Azure, and which access policy of a vault.</summary>
internal sealed class AzureGrants(Stack stack, Containment containment)
{
    private readonly AzureRole owner = BuiltInRoles.Named("Owner");

    /// <summary>Roles, access policies of vaults and administrators of clusters.</summary>
    public IEnumerable<(AccessIdentity Holder, RoleGrant Grant)> All()
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
            var holds = Truth.Yes - (int)Capability.VaultGoesByRoles(vault);
            if (holds == Truth.No)
            {
                continue; // the vault does not read them
            }

            var role = new AzureRole($"access policy of {vault.Name}", "") { DataActions = [.. VaultActions(place)], IsUnknown = place.IsUnknown };
            foreach (var holder in this.Holders(source, "objectId", "", place))
            {
                yield return (holder, new(role, new AccessScope { Text = AzureNames.Title(vault), Resource = vault }, holds, source));
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

    internal IEnumerable<AccessIdentity> ByDependency(Resource source, string property) => containment.SourcesOf(source, property)
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
}
