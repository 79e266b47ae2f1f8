using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesNameResources() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-name-resources",
    Title = "Roles name the resources that they are about",
    Why = "A star is every secret and every role, and what will be installed later.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.3")],
    Remediation = "Name the resources.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["*"], "verbs": ["get"] }] }"""],
    Equivalents = ["CKV_K8S_49", "AVD-KSV-0046", "C-0187", "kics:6b896afb-ca07-467a-b256-1a0077a1c08e", "kyverno:restrict-wildcard-resources", "kube-linter:wildcard-in-rules"],
    FormerIds = ["rbac-roles-name-what-they-allow"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.Stars("resources"));
}
