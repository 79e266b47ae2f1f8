using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class DeletedBlobsAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-deleted-blobs-are-kept",
    Title = "Deleted blobs can be restored",
    Why = "A deletion is final otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set blobProperties.deleteRetentionPolicy.",
    Good = ["""{ "blobProperties": { "deleteRetentionPolicy": { "days": 30 } } }"""],
    Bad = ["""{ }""", """{ "blobProperties": { "deleteRetentionPolicy": { "days": 1 } } }"""],
    Equivalents = ["CKV2_AZURE_38", "AZU-0056"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["blobProperties.deleteRetentionPolicy"] is { IsAbsent: false } kept ? kept["days"].MustBeAtLeast(7, whenAbsent: true) : resource["blobProperties.deleteRetentionPolicy"].MustExist();
}
