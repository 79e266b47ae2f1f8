using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>One rule of a Role or ClusterRole.</summary>
internal sealed class RoleRules(Field rule)
{
    /// <summary>The verbs that change objects.</summary>
    public static readonly string[] Changes = ["create", "update", "patch", "delete", "deletecollection", "impersonate"];

    private static readonly string[] All = ["get", "list", "watch", "create", "update", "patch", "delete"];
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal) { "admin", "cluster-admin", "edit", "view" };

    // The API groups of the resources that are not in the core group.
    private static readonly ILookup<string, string> Groups = new (string Group, string[] Resources)[]
    {
        ("apps", ["deployments", "daemonsets", "statefulsets", "replicasets"]),
        ("extensions", ["deployments", "daemonsets", "replicasets", "ingresses", "networkpolicies"]),
        ("batch", ["jobs", "cronjobs"]),
        ("networking.k8s.io", ["networkpolicies", "ingresses", "ingressclasses"]),
        ("discovery.k8s.io", ["endpointslices"]),
        ("events.k8s.io", ["events"]),
        ("", ["events"]),
        ("rbac.authorization.k8s.io", ["roles", "clusterroles", "rolebindings", "clusterrolebindings"]),
        ("authentication.k8s.io", ["userextras"]),
        ("certificates.k8s.io", ["certificatesigningrequests", "signers"]),
        ("admissionregistration.k8s.io", ["validatingwebhookconfigurations", "mutatingwebhookconfigurations", "validatingadmissionpolicies", "validatingadmissionpolicybindings"]),
    }.SelectMany(group => group.Resources, (group, resource) => (group.Group, resource)).ToLookup(one => one.resource, one => one.Group, StringComparer.Ordinal);

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
        var (allowed, things) = (rule.Member("verbs"), rule.Member("resources"));
        resources = [.. resources.Where(this.IsOfItsGroups)];
        if (resources.Count == 0)
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

    /// <summary>Refuses a rule that allows every verb on every resource of every group, by stars or by naming all verbs.</summary>
    public IEnumerable<Finding> MustNotAllowEverything()
    {
        var lists = new[] { rule.Member("apiGroups"), rule.Member("resources"), rule.Member("verbs") };
        var named = lists[2].Items.Select(verb => verb.AsText).ToHashSet();
        return lists[..2].All(IsEverything) && (IsEverything(lists[2]) || named.IsSupersetOf(All)) ? [lists.Any(list => list.IsUnknown) ? rule.Undetermined("not allow everything") : rule.Violation("not allow everything")] : [];
    }

    private static bool IsEverything(Field list) => list.IsUnknown || list.Items.Any(one => one.AsText == "*");

    private bool IsOfItsGroups(string resource)
    {
        var groups = Groups[resource.Split('/')[0]].DefaultIfEmpty("");
        var named = rule.Member("apiGroups").Items.ToList();
        return named.Count == 0 || named.Any(group => group.AsText is null or "*" || groups.Contains(group.AsText));
    }
}
