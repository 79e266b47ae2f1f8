using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotGrantMoreThanTheyHave() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-grant-more-than-they-have",
    Title = "Roles do not escalate or bind",
    Why = "These verbs turn any account into cluster-admin.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single objects in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"], "verbs": ["escalate"] }] }"""],
    Equivalents = ["CKV_K8S_157", "CKV_K8S_158", "CKV2_K8S_1", "AVD-KSV-0050", "C-0191", "kics:8320826e-7a9c-4b0b-9535-578333193432", "kyverno:restrict-escalation-verbs-roles"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["escalate", "bind"];
    private static readonly string[] Resources = ["roles", "clusterroles", "rolebindings", "clusterrolebindings"];
}
