using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Rbac;

internal sealed class RolesDoNotMintTokens() : ResourcePolicy(new PolicyInfo
{
    Id = "rbac-roles-do-not-mint-tokens",
    Title = "Roles do not make tokens of service accounts",
    Why = "A minted token is the account, for as long as it says.",
    Severity = Severity.Critical,
    Types = [KubernetesTypes.ClusterRole, KubernetesTypes.Role],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove the rule, or name the single objects in resourceNames.",
    Good = ["""{ "rules": [{ "apiGroups": [""], "resources": ["pods"], "verbs": ["get"] }] }"""],
    Bad = ["""{ "rules": [{ "apiGroups": [""], "resources": ["serviceaccounts/token"], "verbs": ["create"] }] }"""],
    Equivalents = ["C-0282", "C-0283"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        RoleRules.Of(resource).SelectMany(rule => rule.MustNotAllow(Verbs, Resources));

    private static readonly string[] Verbs = ["create"];
    private static readonly string[] Resources = ["serviceaccounts/token"];
}
