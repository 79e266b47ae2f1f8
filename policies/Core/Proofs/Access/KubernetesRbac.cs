using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>
/// The rights that role bindings give in a cluster. Of the cluster's own roles <c>cluster-admin</c>, <c>admin</c>, <c>edit</c> and <c>view</c> are known; another role that is not in the stack may allow anything.
/// </summary>
internal sealed class KubernetesRbac
{
    private static readonly string[] PodMakers = ["deployments", "daemonsets", "statefulsets", "replicasets"];
    private readonly Dictionary<AccessIdentity, List<RbacRule>> rules = [];

    public KubernetesRbac(IReadOnlyList<KubernetesObject> objects)
    {
        var roles = objects.Where(item => item.Kind is "Role" or "ClusterRole").GroupBy(item => (item.Kind, item.Kind == "Role" ? item.Namespace : null, item.Name)).ToDictionary(group => group.Key, group => group.Last());
        foreach (var binding in objects.Where(item => item.Kind is "RoleBinding" or "ClusterRoleBinding"))
        {
            var space = binding.Kind == "ClusterRoleBinding" ? null : binding.Namespace;
            var reference = binding.Root["roleRef"];
            var (kind, name) = (reference["kind"].AsText ?? "ClusterRole", reference["name"].AsText);
            var source = $"{binding.Kind} {(space is null ? "" : space + "/")}{binding.Name} → {kind} {name ?? "?"}";
            var given = name is null ? [RbacRule.Everything(space, Truth.Maybe, source)]
                : roles.TryGetValue((kind, kind == "Role" ? space : null, name), out var role) ? [.. Rules(role, space, source, roles.Values)]
                : BuiltIn(name, space, source);
            foreach (var subject in binding.Root["subjects"].Items)
            {
                this.Add(Subject(subject, binding.Namespace), given);
            }

            if (binding.Root["subjects"].IsUnknown)
            {
                this.Add(new(AccessIdentityKind.KubernetesGroup, "not known before deployment"), given);
            }
        }
    }

    /// <summary>Everybody who holds a right.</summary>
    public IEnumerable<AccessIdentity> Holders => this.rules.Keys;

    /// <summary>The rights of an identity itself.</summary>
    public IReadOnlyList<RbacRule> Of(AccessIdentity identity) => this.rules.TryGetValue(identity, out var found) ? found : [];

    public void Add(AccessIdentity identity, IEnumerable<RbacRule> given)
    {
        if (!this.rules.TryGetValue(identity, out var list))
        {
            this.rules[identity] = list = [];
        }

        list.AddRange(given);
    }

    /// <summary>Whom the rights let their holder act as, at worst.</summary>
    public static IEnumerable<AccessEdge> Escalations(IReadOnlyList<RbacRule> held, ClusterInventory cluster)
    {
        foreach (var rule in held)
        {
            AccessEdge To(AccessIdentity identity, string how) => new(identity, $"{how} ({rule.Source})", rule.Holds);
            bool Named(string name) => rule.Names.Count == 0 || rule.Names.Contains(name);
            var administrator = rule.Namespace is { } space ? new AccessIdentity(AccessIdentityKind.NamespaceAdmin, space) : AccessIdentity.ClusterAdmin;

            if (rule.IsEverything)
            {
                yield return To(administrator, "every right");
                continue;
            }

            foreach (var kind in new[] { "roles", "clusterroles" })
            {
                if (rule.Allows("rbac.authorization.k8s.io", kind, "bind") && (rule.Names.Count == 0 || rule.Names.Any(name => name != "view")))
                {
                    yield return To(administrator, $"binding {kind}");
                }

                if (rule.Allows("rbac.authorization.k8s.io", kind, "escalate"))
                {
                    yield return To(administrator, $"escalating {kind}");
                }
            }

            foreach (var kind in new[] { "users", "groups", "uids" })
            {
                if (!rule.Allows("", kind, "impersonate"))
                {
                    continue;
                }

                foreach (var name in rule.Names)
                {
                    yield return To(new(kind == "groups" ? AccessIdentityKind.KubernetesGroup : AccessIdentityKind.KubernetesUser, name), "impersonation");
                }

                if (rule.Names.Count == 0 || rule.Names.Contains("system:masters"))
                {
                    yield return To(AccessIdentity.ClusterAdmin, $"impersonating {kind}");
                }
            }

            foreach (var account in cluster.AccountsIn(rule.Namespace))
            {
                if (Named(account.Name) && rule.Allows("", "serviceaccounts", "impersonate"))
                {
                    yield return To(account, "impersonation");
                }

                if (Named(account.Name) && rule.Allows("", "serviceaccounts/token", "create"))
                {
                    yield return To(account, "a token that it may request");
                }

                if (MakesPods(rule))
                {
                    yield return To(account, "pods that it may create");
                }

                if (rule.Allows("", "secrets", "get", "list", "watch") && cluster.TokenSecretsOf(account).Any(Named))
                {
                    yield return To(account, "a token in a secret that it may read");
                }
            }

            if (MakesPods(rule) && cluster.AdmitsPrivilegedPods(rule.Namespace))
            {
                yield return To(AccessIdentity.Node, "privileged pods that it may create");
            }

            foreach (var workload in cluster.WorkloadsIn(rule.Namespace))
            {
                if (rule.Allows("", "pods/exec", "create", "get") || rule.Allows("", "pods/attach", "create", "get"))
                {
                    yield return To(workload, "entering its pods");
                }

                if (rule.Allows("", "pods/ephemeralcontainers", "update", "patch"))
                {
                    yield return To(workload, "containers that it may add to its pods");
                }

                if (rule.Allows("", "pods", "update", "patch"))
                {
                    yield return To(workload, "images that it may change");
                }
            }

            if (rule.Namespace is null)
            {
                foreach (var edge in Clusterwide(rule, To, cluster))
                {
                    yield return edge;
                }
            }
            else if (rule.Namespace == "kube-system" && rule.Allows("", "secrets", "get", "list", "watch") && rule.Names.Count == 0)
            {
                yield return To(AccessIdentity.ClusterAdmin, "the secrets of kube-system");
            }
        }
    }

    private static IEnumerable<AccessEdge> Clusterwide(RbacRule rule, Func<AccessIdentity, string, AccessEdge> to, ClusterInventory cluster)
    {
        if (rule.Allows("", "secrets", "get", "list", "watch") && rule.Names.Count == 0)
        {
            yield return to(AccessIdentity.ClusterAdmin, "every secret, the system's tokens among them");
        }

        if (rule.Allows("", "nodes/proxy", "get", "create"))
        {
            yield return to(AccessIdentity.Node, "the kubelet's own interface");
            foreach (var workload in cluster.WorkloadsIn(null))
            {
                yield return to(workload, "the kubelet's own interface");
            }
        }

        if (rule.Allows("certificates.k8s.io", "certificatesigningrequests/approval", "update", "patch"))
        {
            yield return to(AccessIdentity.ClusterAdmin, "certificates that it may approve");
        }

        foreach (var kind in new[] { "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "mutatingadmissionpolicies" })
        {
            if (rule.Allows("admissionregistration.k8s.io", kind, "create", "update", "patch"))
            {
                yield return to(AccessIdentity.ClusterAdmin, $"{kind} that it may change");
            }
        }

        if (rule.Allows("", "persistentvolumes", "create"))
        {
            yield return to(AccessIdentity.Node, "volumes of the node's files that it may create");
        }
    }

    private static bool MakesPods(RbacRule rule) =>
        rule.Allows("", "pods", "create") || rule.Allows("", "replicationcontrollers", "create", "update", "patch")
        || PodMakers.Any(kind => rule.Allows("apps", kind, "create", "update", "patch"))
        || rule.Allows("batch", "jobs", "create") || rule.Allows("batch", "cronjobs", "create", "update", "patch")
        || rule.Allows("agents.x-k8s.io", "sandboxes", "create", "update", "patch") || rule.Allows("extensions.agents.x-k8s.io", "sandboxtemplates", "create", "update", "patch");

    private static AccessIdentity Subject(Field subject, string? bindingNamespace)
    {
        var name = subject["name"].AsText ?? "not known before deployment";
        return subject["kind"].AsText switch
        {
            "ServiceAccount" => new(AccessIdentityKind.ServiceAccount, name, subject["namespace"].AsText ?? bindingNamespace ?? "default"),
            "User" => new(AccessIdentityKind.KubernetesUser, name),
            _ => new(AccessIdentityKind.KubernetesGroup, name),
        };
    }

    private static IEnumerable<RbacRule> Rules(KubernetesObject role, string? space, string source, IEnumerable<KubernetesObject> roles)
    {
        var own = role.Root["rules"];
        if (own.IsUnknown)
        {
            return [RbacRule.Everything(space, Truth.Maybe, source)];
        }

        var aggregated = role.Root["aggregationRule.clusterRoleSelectors"].Items.Select(selector => LabelSelector.From(selector)).ToList();
        return own.Items.Select(rule => RbacRule.From(rule, space, Truth.Yes, source)).Concat(
            aggregated.Count == 0 ? [] : roles.Where(other => other.Kind == "ClusterRole" && other.Name != role.Name && other.Root["aggregationRule"].IsAbsent).SelectMany(other =>
                aggregated.Max(selector => selector.Matches(other.Labels)) is not Truth.No and var holds
                    ? other.Root["rules"].Items.Select(rule => RbacRule.From(rule, space, holds, source)) : []));
    }

    private static IReadOnlyList<RbacRule> BuiltIn(string name, string? space, string source) => name switch
    {
        "cluster-admin" => [RbacRule.Everything(space, Truth.Yes, source)],
        "admin" => [new(space, ["*"], ["", "apps", "batch", "rbac.authorization.k8s.io"], ["pods", "pods/exec", "pods/attach", "secrets", "serviceaccounts", "serviceaccounts/token", "configmaps", "services", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs", "roles", "rolebindings"], [], Truth.Yes, source)],
        "edit" => [new(space, ["create", "delete", "get", "impersonate", "list", "patch", "update", "watch"], ["", "apps", "batch"], ["pods", "pods/exec", "pods/attach", "secrets", "serviceaccounts", "serviceaccounts/token", "configmaps", "services", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs"], [], Truth.Yes, source)],
        "view" => [new(space, ["get", "list", "watch"], ["", "apps", "batch"], ["pods", "configmaps", "services", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs", "serviceaccounts"], [], Truth.Yes, source)],
        "system:auth-delegator" => [new(space, ["create"], ["authentication.k8s.io", "authorization.k8s.io"], ["tokenreviews", "subjectaccessreviews"], [], Truth.Yes, source)],
        "system:discovery" or "system:basic-user" or "system:public-info-viewer" or "extension-apiserver-authentication-reader" => [],
        _ => [RbacRule.Everything(space, Truth.Maybe, source)],
    };
}
