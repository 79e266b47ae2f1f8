using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class PurgeProtectionIsOn() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-purge-protection-is-on",
    Title = "A deleted vault cannot be purged",
    Why = "Who may delete a key may otherwise destroy everything encrypted with it.",
    Severity = Severity.High,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8"), Framework.CisAzure("8.5")],
    Remediation = "Set purgeProtectionEnabled to true.",
    Good = ["""{ "purgeProtectionEnabled": true }"""],
    Bad = ["""{ "purgeProtectionEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_110", "CKV_AZURE_42", "AVD-AZU-0016", "kics:7c25f361-7c66-44bf-9b69-022acd5eb4bd"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["purgeProtectionEnabled"].MustBe(true);
}
