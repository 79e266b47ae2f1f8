using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Identity;

internal sealed class AccountsListNoSecrets() : ResourcePolicy(new PolicyInfo
{
    Id = "identity-accounts-list-no-secrets",
    Title = "Service accounts list no secrets",
    Why = "A token in a Secret does not end.",
    Severity = Severity.Medium,
    Types = [KubernetesTypes.ServiceAccount],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Remove secrets.",
    Good = ["""{ "metadata": { "name": "a" } }"""],
    Bad = ["""{ "metadata": { "name": "a" }, "secrets": [{ "name": "a-token" }] }"""],
    Equivalents = ["kyverno:check-serviceaccount-secrets"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["secrets"].MustBeAbsent();
}
