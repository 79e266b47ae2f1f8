using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class AccessIsByRoles() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-access-is-by-roles",
    Title = "Access to the vault is by Azure roles",
    Why = "Access policies give all secrets or none, and grow without review.",
    Severity = Severity.High,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Set rbacAuthorizationEnabled to true.",
    Good = ["""{ "rbacAuthorizationEnabled": true }""", """{ "enableRbacAuthorization": true }"""],
    Bad = ["""{ }""", """{ "rbacAuthorizationEnabled": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["rbacAuthorizationEnabled"] is { IsAbsent: false } current ? current.MustBe(true) : resource["enableRbacAuthorization"].MustBe(true);
}
