using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>What one rule of a role lets its holder do in a namespace, or in the whole cluster.</summary>
/// <param name="Namespace">The namespace; null for the whole cluster.</param>
/// <param name="Verbs">Verbs; <c>*</c> for all.</param>
/// <param name="Groups">API groups; empty text for the core group.</param>
/// <param name="Resources">Resources and subresources: <c>pods/exec</c>.</param>
/// <param name="Names">Names of objects; none for all.</param>
/// <param name="Holds">Whether that is certain.</param>
/// <param name="Source">The binding and the role, for a message.</param>
internal sealed record RbacRule(string? Namespace, IReadOnlyList<string> Verbs, IReadOnlyList<string> Groups, IReadOnlyList<string> Resources, IReadOnlyList<string> Names, Truth Holds, string Source)
{
    /// <summary>Everything in the scope.</summary>
    public static RbacRule Everything(string? space, Truth holds, string source) => new(space, ["*"], ["*"], ["*"], [], holds, source);

    public static RbacRule From(Field rule, string? space, Truth holds, string source)
    {
        IReadOnlyList<string> Texts(string name) => [.. rule.Member(name).Items.Select(one => one.AsText).OfType<string>()];
        bool Untold(string name) => rule.Member(name).IsUnknown || rule.Member(name).Items.Any(one => one.IsUnknown);
        return rule.IsUnknown || Untold("verbs") || Untold("resources") || Untold("apiGroups")
            ? Everything(space, holds == Truth.No ? Truth.No : Truth.Maybe, source)
            : new(space, Texts("verbs"), Texts("apiGroups"), Texts("resources"), Texts("resourceNames"), holds, source);
    }

    public bool IsEverything => this.Verbs.Contains("*") && this.Resources.Contains("*") && this.Groups.Contains("*") && this.Names.Count == 0;

    /// <summary>Whether the rule allows one of the verbs on the resource.</summary>
    public bool Allows(string group, string resource, params ReadOnlySpan<string> verbs)
    {
        if (!this.Groups.Contains("*") && !this.Groups.Contains(group))
        {
            return false;
        }

        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        if (!this.Resources.Contains("*") && !this.Resources.Contains(resource) && !(slash > 0 && this.Resources.Contains("*" + resource[slash..])))
        {
            return false;
        }

        foreach (var verb in verbs)
        {
            if (this.Verbs.Contains("*") || this.Verbs.Contains(verb))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What it allows, for a message.</summary>
    public override string ToString() => $"{string.Join(", ", this.Verbs)} {string.Join(", ", this.Resources)}{(this.Names.Count > 0 ? $" named {string.Join(", ", this.Names)}" : "")} in {(this.Namespace is { } space ? $"namespace {space}" : "the cluster")}";
}
