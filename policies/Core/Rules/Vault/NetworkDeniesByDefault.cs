using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class NetworkDeniesByDefault() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-network-denies-by-default",
    Title = "The vault's network rules deny by default",
    Why = "Every network may otherwise reach the vault.",
    Severity = Severity.High,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Set networkAcls.defaultAction to Deny.",
    Good = ["""{ "networkAcls": { "defaultAction": "Deny" } }"""],
    Bad = ["""{ "networkAcls": { "defaultAction": "Allow" } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_109", "AVD-AZU-0013"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkAcls.defaultAction"].MustBeOneOf(["Deny"]);
}
