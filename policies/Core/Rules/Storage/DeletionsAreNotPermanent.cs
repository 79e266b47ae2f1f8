using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class DeletionsAreNotPermanent() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-deletions-are-not-permanent",
    Title = "Deleted blobs cannot be removed for good",
    Why = "Soft deletion is worth nothing then.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove blobProperties.deleteRetentionPolicy.permanentDeleteEnabled, or set it to false.",
    Corrections = [new("permanentDeleteEnabled", "false")],
    Good = ["""{ "blobProperties": { "deleteRetentionPolicy": { "permanentDeleteEnabled": false } } }""", """{ }"""],
    Bad = ["""{ "blobProperties": { "deleteRetentionPolicy": { "permanentDeleteEnabled": true } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["blobProperties.deleteRetentionPolicy.permanentDeleteEnabled"].MustNotBe(true);
}
