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
    Equivalents =
    [
        "CKV2_K8S_2", "AVD-KSV-0053", "AVD-KSV-0054", "C-0002", "C-0063", "kics:38fa11ef-dbcc-4da8-9680-7e1fd855b6fb", "kics:c589f42c-7924-4871-aee2-1cede9bc7cbc",
        "kics:d45330fd-f58d-45fb-a682-6481477a0f84", "polaris:clusterrolePodExecAttach", "polaris:clusterrolebindingPodExecAttach", "polaris:rolePodExecAttach",
        "polaris:rolebindingClusterRolePodExecAttach", "polaris:rolebindingRolePodExecAttach",
    ],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["create", "get"];
    private static readonly string[] Resources = ["pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers"];
}
