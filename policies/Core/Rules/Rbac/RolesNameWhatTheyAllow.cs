using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesNameWhatTheyAllow() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-name-what-they-allow",
    Title = "Roles name groups, resources and verbs instead of allowing all",
    Why = "A star also allows what will be invented later.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.CisAks("4.1.3")],
    Remediation = "Name the groups, resources and verbs.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["*"] }] }""", """{ "rules": [{ "apiGroups": [""], "resources": ["*"], "verbs": ["get"] }] }"""],
    Equivalents = ["CKV_K8S_49", "AVD-KSV-0044", "AVD-KSV-0045", "AVD-KSV-0046", "C-0187"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.Stars());
}
