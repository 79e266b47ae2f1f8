using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotImpersonate() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-impersonate",
    Title = "Roles do not impersonate others",
    Why = "Who may speak as anybody speaks as cluster-admin.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single users in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"], "resourceNames": ["tester"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"] }] }"""],
    Equivalents = ["CKV2_K8S_3", "AVD-KSV-0043", "C-0065", "C-0191", "kics:9f85c3f6-26fd-4007-938a-2e0cb0100980", "kyverno:restrict-escalation-verbs-roles"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(["impersonate"], Resources));

    private static readonly string[] Resources = ["users", "groups", "serviceaccounts", "userextras", "uids"];
}
