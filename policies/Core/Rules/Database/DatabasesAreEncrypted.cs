using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class DatabasesAreEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "database-databases-are-encrypted",
    Title = "SQL databases are encrypted",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.High,
    Types = ["azure:mssql/database:Database"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Remove transparentDataEncryptionEnabled, or set it to true.",
    Corrections = [new("transparentDataEncryptionEnabled", "true")],
    Good = ["""{ "transparentDataEncryptionEnabled": true }""", """{ }"""],
    Bad = ["""{ "transparentDataEncryptionEnabled": false }"""],
    Equivalents = ["CKV2_AZURE_25"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["transparentDataEncryptionEnabled"].MustNotBe(false);
}
