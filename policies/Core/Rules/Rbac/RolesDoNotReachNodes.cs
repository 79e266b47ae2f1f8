using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotReachNodes() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-reach-nodes",
    Title = "Roles do not reach nodes through the API server",
    Why = "The proxy of a node runs commands in every pod on it, past admission and audit.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single objects in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["nodes/proxy"], "verbs": ["get"] }] }"""],
    Equivalents = ["CKV2_K8S_2", "AVD-KSV-0047", "C-0279", "kyverno:restrict-clusterrole-nodesproxy"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["get", "create"];
    private static readonly string[] Resources = ["nodes/proxy"];
}
