using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>One rule of a Role or ClusterRole.</summary>
internal sealed class RoleRules(Field rule)
{
    /// <summary>The verbs that change objects.</summary>
    public static readonly string[] Changes = ["create", "update", "patch", "delete", "deletecollection", "impersonate"];

    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal) { "admin", "cluster-admin", "edit", "view" };
    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal) { "", "*", "apps", "autoscaling", "batch", "extensions", "policy" };

    /// <summary>The rules of a role; the built-in ones of the system are not ours to judge.</summary>
    public static IEnumerable<RoleRules> Of(Resource role) => role["metadata.name"].AsText is { } name
        && (name.StartsWith("system:", StringComparison.Ordinal) || BuiltIn.Contains(name)) && role["metadata.labels"].Member("kubernetes.io/bootstrapping").AsText == "rbac-defaults"
        ? [] : role["rules"].Items.Select(rule => new RoleRules(rule));

    /// <summary>Refuses a star in a list of the rule.</summary>
    public IEnumerable<Finding> Stars(string member) => rule.Member(member) is var list && list.IsUnknown ? [list.Undetermined("name what it allows")]
        : list.Items.Any(one => one.AsText == "*") ? [list.Violation("name what it allows")] : [];

    /// <summary>Refuses a rule that allows one of the verbs on one of the resources, by name or by star, for more than named objects.</summary>
    public IEnumerable<Finding> MustNotAllow(IReadOnlyList<string> verbs, IReadOnlyList<string> resources)
    {
        var (allowed, things, groups) = (rule.Member("verbs"), rule.Member("resources"), rule.Member("apiGroups"));
        if (groups.Items.Any() && groups.Items.All(group => group.AsText is { } name && !Groups.Contains(name) && !name.EndsWith(".k8s.io", StringComparison.Ordinal)))
        {
            yield break; // somebody else's resources of the same name
        }

        if (allowed.IsUnknown || things.IsUnknown)
        {
            yield return rule.Undetermined($"not allow {string.Join(", ", verbs)} on {resources[0]}");
            yield break;
        }

        var verb = allowed.Items.Select(one => one.AsText).FirstOrDefault(one => one == "*" || verbs.Contains(one));
        var thing = things.Items.Select(one => one.AsText).FirstOrDefault(one => one is not null && (one == "*" || resources.Contains(one) || (one.EndsWith("/*", StringComparison.Ordinal) && resources.Any(resource => resource.StartsWith(one[..^1], StringComparison.Ordinal)))));
        if (verb is not null && thing is not null && !rule.Member("resourceNames").Items.Any())
        {
            yield return rule.Violation($"not allow '{verb}' on '{thing}'");
        }
    }
}
