using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotMakePods() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-make-pods",
    Title = "Roles do not make pods",
    Why = "Whoever makes a pod has every secret and every identity of its namespace: the pod can use them all.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.4")],
    Remediation = "Let a controller make pods, or add the names of an identity that may.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["create"] }] }""", """{ "rules": [{ "apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["patch"] }] }"""],
    Equivalents = ["C-0188", "kics:592ad21d-ad9b-46c6-8d2d-fad09d62a942", "kube-linter:access-to-create-pods"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["create", "update", "patch"];
    private static readonly string[] Resources = ["pods", "deployments", "daemonsets", "statefulsets", "replicasets", "replicationcontrollers", "jobs", "cronjobs"];
}
