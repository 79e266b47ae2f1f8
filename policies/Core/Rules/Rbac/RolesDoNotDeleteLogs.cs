using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotDeleteLogs() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-delete-logs",
    Title = "Roles do not delete what was recorded",
    Why = "Whoever deletes logs and events hides what was done.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-6")],
    Remediation = "Remove the verb.",
    Good = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["pods/log"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["pods/log"], "verbs": ["delete"] }] }""", """{ "rules": [{ "apiGroups": ["*"], "resources": ["pods/log"], "verbs": ["*"] }] }"""],
    Equivalents = ["AVD-KSV-0042", "C-0031"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(["delete", "deletecollection"], ["pods/log", "events"]));
}
