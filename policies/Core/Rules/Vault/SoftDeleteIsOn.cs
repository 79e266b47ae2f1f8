using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class SoftDeleteIsOn() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-soft-delete-is-on",
    Title = "Soft deletion of vaults is not turned off",
    Why = "What is deleted by mistake or by an intruder is gone.",
    Severity = Severity.High,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove softDeleteEnabled, which is on for every vault of today.",
    Corrections = [new("softDeleteEnabled", "true")],
    Good = ["""{ "softDeleteEnabled": true }""", """{ }"""],
    Bad = ["""{ "softDeleteEnabled": false }""", """{ "softDeleteRetentionDays": 2 }"""],
    Equivalents = ["CKV_AZURE_111", "AVD-AZU-0016"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["softDeleteEnabled"].MustNotBe(false).Concat(resource["softDeleteRetentionDays"].Must("be from 7 to 90", days => days.AsNumber is >= 7 and <= 90, whenAbsent: true));
}
