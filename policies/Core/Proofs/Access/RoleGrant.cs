using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>A role that an identity holds at a scope.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="Holds">Whether that is certain: a condition, or a holder that is not known, makes it possible only.</param>
/// <param name="Source">The resource that gives it.</param>
internal sealed record RoleGrant(AzureRole Role, AccessScope Scope, Truth Holds, Resource Source)
{
    /// <summary>Whether the grant lets its holder do the operation with the whole resource.</summary>
    public Truth Allows(Operation operation, Resource target, Containment containment)
    {
        var covers = this.Scope.Covers(target, containment);
        var allows = this.Role.IsUnknown ? Truth.Maybe : this.Role.Allows(operation) ? Truth.Yes : Truth.No;
        return covers < allows ? Least(covers, this.Holds) : Least(allows, this.Holds);
    }

    /// <summary>Whether the grant lets its holder do the operation with something in the resource, or with all of it.</summary>
    public Truth AllowsWithin(Operation operation, Resource target, Containment containment) =>
        this.Scope is { Resource: { } at, IsPart: not Truth.No } && at.Urn == target.Urn
            ? Least(this.Role.IsUnknown ? Truth.Maybe : this.Role.Allows(operation) ? Truth.Yes : Truth.No, this.Holds)
            : this.Allows(operation, target, containment);

    private static Truth Least(Truth one, Truth other) => one < other ? one : other;
}
