using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>What the laws about identities have in common: who is expected to hold every power, and how a chain is told.</summary>
internal static class Powers
{
    /// <summary>The parameter by which settings name the groups of emergencies.</summary>
    public static PolicyParameter BreakGlass { get; } = new("breakGlass", "Object ids of the groups that may do everything in an emergency; by default every group that holds such a role itself.", """{ "type": "array", "items": { "type": "string" } }""", "[]");

    /// <summary>Whether the identity is one that is there for emergencies: a group of people that holds its role itself.</summary>
    public static bool IsBreakGlass(AccessIdentity identity, PolicyArguments? arguments) =>
        identity.Kind is AccessIdentityKind.ClusterAdmin or AccessIdentityKind.Node or AccessIdentityKind.NamespaceAdmin
        || (identity.Kind == AccessIdentityKind.Principal && (arguments?["breakGlass"].Items is { Count: > 0 } named ? named.Any(one => one.Text == identity.Name) : identity.Detail == "Group"));

    /// <summary>The finding that an identity has a power that it must not have: a violation where that is certain, else undetermined.</summary>
    public static Finding Against(AccessIdentity identity, string urn, string must, Truth holds, IReadOnlyList<string> chain)
    {
        var how = $"{identity} must not {must}, but it {string.Join(", then it ", chain)}";
        return holds == Truth.Yes ? new Violation(urn, "", how) : new Undetermined(urn, "", $"{identity} must not {must}, which is not known before deployment: it {string.Join(", then it ", chain)}");
    }

    /// <summary>The resource that a finding about the identity is shown at: for one that is no resource the same in every run, although resources come in another order.</summary>
    public static string UrnOf(AccessIdentity identity, Stack stack) => identity.Urn.Length > 0 ? identity.Urn : stack.OfType("pulumi:pulumi:Stack").Concat(stack.Resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)).FirstOrDefault()?.Urn ?? "";
}
