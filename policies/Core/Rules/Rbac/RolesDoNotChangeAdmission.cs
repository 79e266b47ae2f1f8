using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotChangeAdmission() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-change-admission",
    Title = "Roles do not change admission webhooks and policies",
    Why = "Who changes admission decides what runs.",
    Severity = Severity.High,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single objects in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["admissionregistration.k8s.io"], "resources": ["validatingwebhookconfigurations"], "verbs": ["create"] }] }"""],
    Equivalents = ["CKV_K8S_155", "AVD-KSV-0114", "C-0281", "kyverno:restrict-clusterrole-mutating-validating-admission-webhooks"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(RoleRules.Changes, Resources));

    private static readonly string[] Resources = ["validatingwebhookconfigurations", "mutatingwebhookconfigurations", "validatingadmissionpolicies", "validatingadmissionpolicybindings"];
}
