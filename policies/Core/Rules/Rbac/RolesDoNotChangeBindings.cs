using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotChangeBindings() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-change-bindings",
    Title = "Roles do not change bindings",
    Why = "Whoever binds roles takes them.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-6")],
    Remediation = "Leave bindings to one pipeline.",
    Good = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["rolebindings"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["rolebindings"], "verbs": ["create"] }] }""", """{ "rules": [{ "apiGroups": ["*"], "resources": ["rolebindings"], "verbs": ["*"] }] }"""],
    Equivalents = ["AVD-KSV-0051", "AVD-KSV-0052", "AVD-KSV-0055"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(["create", "update", "patch"], ["rolebindings", "clusterrolebindings"]));
}
