using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class HasNoAccessPolicies() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-has-no-access-policies",
    Title = "Vaults have no access policies",
    Why = "Whoever may write policies gives himself every secret, and nobody reviews it.",
    Severity = Severity.High,
    Types = ["azure:keyvault/keyVault:KeyVault", "azure:keyvault/accessPolicy:AccessPolicy"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Use role assignments.",
    Good = ["""{ "rbacAuthorizationEnabled": true }"""],
    Bad = ["""{ "accessPolicies": [{ "objectId": "a" }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource.Type.EndsWith(":AccessPolicy", StringComparison.Ordinal) ? [resource.Violation("there must be no access policy: roles say who may do what in a vault")] : resource["accessPolicies"].MustBeAbsent();
}
