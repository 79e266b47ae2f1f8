using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotEnterPods() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-enter-pods",
    Title = "Roles do not enter running pods",
    Why = "Who may exec into a model server has its weights and its prompts.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single objects in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods/exec"], "verbs": ["create"] }] }"""],
    Equivalents = ["AVD-KSV-0053", "AVD-KSV-0054", "C-0002", "C-0063"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["create", "get"];
    private static readonly string[] Resources = ["pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers"];
}
