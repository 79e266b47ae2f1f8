using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesNameVerbs() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-name-verbs",
    Title = "Roles name the verbs that they allow",
    Why = "A star allows to delete, to impersonate and to escalate, and what will be invented later.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.3")],
    Remediation = "Name the verbs.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["*"] }] }"""],
    Equivalents = ["CKV_K8S_49", "AVD-KSV-0045", "C-0187", "kics:6b896afb-ca07-467a-b256-1a0077a1c08e", "kyverno:restrict-wildcard-verbs", "kube-linter:wildcard-in-rules"],
    FormerIds = ["rbac-roles-name-what-they-allow"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.Stars("verbs"));
}
