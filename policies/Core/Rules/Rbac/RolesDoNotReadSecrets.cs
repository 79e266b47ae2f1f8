using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotReadSecrets() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-read-secrets",
    Title = "Roles do not read secrets",
    Why = "A role that reads secrets is every account whose token it reads.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single objects in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["secrets"], "verbs": ["get"] }] }"""],
    Equivalents =
    [
        "CKV2_K8S_5", "AVD-KSV-0041", "AVD-KSV-0113", "C-0015", "C-0186", "kics:056ac60e-fe07-4acc-9b34-8e1d51716ab9", "kics:b7bca5c4-1dab-4c2c-8cbe-3050b9d59b14",
        "kyverno:restrict-secret-role-verbs", "kube-linter:access-to-secrets",
    ],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["get", "list", "watch"];
    private static readonly string[] Resources = ["secrets"];
}
