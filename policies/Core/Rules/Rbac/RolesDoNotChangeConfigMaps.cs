using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotChangeConfigMaps() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-change-config-maps",
    Title = "Roles do not change configuration maps",
    Why = "Configuration decides what a workload does; the cluster keeps its own there too.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-6")],
    Remediation = "Name the maps in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["configmaps"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["configmaps"], "verbs": ["create"] }] }""", """{ "rules": [{ "apiGroups": ["*"], "resources": ["configmaps"], "verbs": ["*"] }] }"""],
    Equivalents = ["AVD-KSV-0049", "AVD-KSV-0115", "C-0037"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(RoleRules.Changes, ["configmaps"]));
}
