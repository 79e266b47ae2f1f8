using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class BlobsAreNeverPublic() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-blobs-are-never-public",
    Title = "Blobs cannot be made public",
    Why = "One container setting otherwise publishes the weights.",
    Severity = Severity.Critical,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set allowNestedItemsToBePublic to false.",
    Corrections = [new("allowNestedItemsToBePublic", "false")],
    Good = ["""{ "allowNestedItemsToBePublic": false }"""],
    Bad = ["""{ "allowNestedItemsToBePublic": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_190", "CKV2_AZURE_47", "kics:17f75827-0684-48f4-8747-61129c7e4198"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["allowNestedItemsToBePublic"].MustBe(false);
}
