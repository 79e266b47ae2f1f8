using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotChangeSecrets() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-change-secrets",
    Title = "Roles do not change secrets",
    Why = "Whoever changes a secret takes the place of the workload that trusts it.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("PA-7"), Framework.Nist("AC-6")],
    Remediation = "Name the secret in resourceNames, or leave changes to the vault.",
    Good = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["secrets"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": ["*"], "resources": ["secrets"], "verbs": ["create"] }] }""", """{ "rules": [{ "apiGroups": ["*"], "resources": ["secrets"], "verbs": ["*"] }] }"""],
    Equivalents = ["AVD-KSV-0041", "AVD-KSV-0113"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(RoleRules.Changes, ["secrets"]));
}
