using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>The names under which a resource may stand in the state, as the engine derives them from its aliases and from those of its parent.</summary>
internal static class Aliases
{
    /// <summary>The URN of a resource: the types of its ancestors but the stack, its own type, its name.</summary>
    public static string Urn(string stack, string project, string parent, string type, string name)
    {
        var chain = parent.Split("::", 4) is [_, _, var ancestors, _] && ancestors != ResourceOperation.StackType ? ancestors + "$" : "";
        return $"urn:pulumi:{stack}::{project}::{chain}{type}::{name}";
    }

    /// <summary>Every URN by which the state may know the resource, but for its own.</summary>
    /// <param name="registration">The resource.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="project">The project.</param>
    /// <param name="formerUrn">The URN under which the state knew another resource; null if it is the same.</param>
    public static IReadOnlyList<string> Of(Registration registration, string stack, string project, Func<string, string?> formerUrn)
    {
        var formerParent = formerUrn(registration.Parent);
        var found = new List<string>();
        foreach (var alias in registration.Aliases)
        {
            found.Add(Resolve(alias));
        }

        if (formerParent is not null)
        {
            found.Add(Inherited(registration.Name, registration.Type));
            foreach (var alias in registration.Aliases)
            {
                if (Resolve(alias).Split("::", 4) is [_, _, var types, var name])
                {
                    found.Add(Inherited(name, types.Split('$')[^1]));
                }
            }
        }

        var own = Urn(stack, project, registration.Parent, registration.Type, registration.Name);
        return [.. found.Where(urn => urn != own).Distinct(StringComparer.Ordinal)];

        string Resolve(Alias alias)
        {
            if (alias.AliasCase == Alias.AliasOneofCase.Urn)
            {
                return alias.Urn;
            }

            var spec = alias.Spec ?? new AliasSpec();
            var parent = spec.ParentCase == AliasSpec.ParentOneofCase.ParentUrn && spec.ParentUrn.Length > 0 ? formerUrn(spec.ParentUrn) ?? spec.ParentUrn : spec is { ParentCase: AliasSpec.ParentOneofCase.NoParent, NoParent: true } ? "" : registration.Parent;
            return Urn(Or(spec.Stack, stack), Or(spec.Project, project), parent, Or(spec.Type, registration.Type), Or(spec.Name, registration.Name));
        }

        // A child named after its parent was named after the parent's former name.
        string Inherited(string name, string type)
        {
            var (parentName, formerName) = (NameOf(registration.Parent), NameOf(formerParent!));
            var former = parentName.Length > 0 && name.StartsWith(parentName, StringComparison.Ordinal) ? formerName + name[parentName.Length..] : name;
            return Urn(stack, project, formerParent!, type, former);
        }
    }

    /// <summary>The name at the end of a URN.</summary>
    public static string NameOf(string urn) => urn.Split("::", 4) is [_, _, _, var name] ? name : urn;

    private static string Or(string given, string fallback) => given.Length > 0 ? given : fallback;
}
