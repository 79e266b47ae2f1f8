using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesNameGroups() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-name-groups",
    Title = "Roles name the API groups that they are about",
    Why = "A star is also the group of the operator that will be installed later.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.3")],
    Remediation = "Name the API groups.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Equivalents = ["CKV_K8S_49", "kics:6b896afb-ca07-467a-b256-1a0077a1c08e", "kube-linter:wildcard-in-rules"],
    FormerIds = ["rbac-roles-name-what-they-allow"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.Stars("apiGroups"));
}
