using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class DeletedSecretsAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-deleted-secrets-are-kept",
    Title = "Deleted secrets are kept for 30 days or more",
    Why = "A deletion can be undone only that long.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Remove softDeleteRetentionDays (90 by default).",
    Good = ["""{ }""", """{ "softDeleteRetentionDays": 90 }"""],
    Bad = ["""{ "softDeleteRetentionDays": 7 }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["softDeleteRetentionDays"].MustBeAtLeast(30, whenAbsent: true);
}
