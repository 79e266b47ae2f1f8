using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>A right that an identity has, by itself or by a chain of others that it can act as.</summary>
/// <param name="Who">The identity.</param>
/// <param name="Role">The role or rule that holds the right.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="Can">Ids of what it lets the identity do, in the order of the report; empty where nothing of note.</param>
/// <param name="Holds">Whether that is certain; <see cref="Truth.Maybe"/> where it depends on a value that is not known before deployment.</param>
/// <param name="Chain">How, link by link.</param>
public sealed record AccessRight(AccessIdentity Who, string Role, string Scope, IReadOnlyList<string> Can, Truth Holds, IReadOnlyList<string> Chain)
{
    /// <summary>The resource that the right is at; null for a right in Kubernetes and for what no resource of the stack is.</summary>
    public Resource? At { get; init; }

    /// <summary>Whether the right is only at a part of the resource, such as one secret of a vault.</summary>
    public Truth IsPart { get; init; }

    /// <summary>Whether the identity holds it without acting as anybody else.</summary>
    public bool IsDirect { get; init; }
}
