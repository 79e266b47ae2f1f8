using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotAllowEverything() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-allow-everything",
    Title = "Roles do not allow everything",
    Why = "Such a role is cluster-admin under another name, which no search for cluster-admin finds.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.3")],
    Remediation = "Name the groups, resources and verbs that are needed.",
    Good = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["*"] }] }""", """{ "rules": [{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list", "watch", "create", "update", "patch", "delete"] }] }"""],
    Equivalents = ["AVD-KSV-0044", "polaris:clusterrolebindingClusterAdmin"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) => RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllowEverything());
}
