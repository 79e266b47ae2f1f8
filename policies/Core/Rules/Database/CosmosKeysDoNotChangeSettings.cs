using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class CosmosKeysDoNotChangeSettings() : ResourcePolicy(new PolicyInfo
{
    Id = "database-cosmos-keys-do-not-change-settings",
    Title = "Keys of Cosmos accounts do not change settings",
    Why = "A key or a password has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:cosmosdb/account:Account"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set accessKeyMetadataWritesEnabled to false.",
    Corrections = [new("accessKeyMetadataWritesEnabled", "false")],
    Good = ["""{ "accessKeyMetadataWritesEnabled": false }"""],
    Bad = ["""{ "accessKeyMetadataWritesEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_132"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["accessKeyMetadataWritesEnabled"].MustBe(false);
}
