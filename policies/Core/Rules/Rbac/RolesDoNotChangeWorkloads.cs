using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotChangeWorkloads() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-change-workloads",
    Title = "Roles do not make or change pods",
    Why = "A pod runs with any service account and mounts any secret of its namespace.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-6")],
    Remediation = "Leave deployments to one pipeline, and bind its role to one namespace.",
    Good = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["pods"], "verbs": ["create"] }] }""", """{ "rules": [{ "apiGroups": ["*"], "resources": ["pods"], "verbs": ["*"] }] }"""],
    Equivalents = ["AVD-KSV-0048", "C-0188", "kics:592ad21d-ad9b-46c6-8d2d-fad09d62a942", "kube-linter:access-to-create-pods"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(RoleRules.Changes, ["pods", "deployments", "deployments/scale", "daemonsets", "statefulsets", "replicationcontrollers", "replicasets", "jobs", "cronjobs", "podtemplates"]));
}
