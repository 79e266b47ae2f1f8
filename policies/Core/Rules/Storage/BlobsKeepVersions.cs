using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class BlobsKeepVersions() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-blobs-keep-versions",
    Title = "Blobs keep their former versions",
    Why = "A weight file that was replaced cannot be told from the right one otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.SupplyChain],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set blobProperties.versioningEnabled to true.",
    Corrections = [new("versioningEnabled", "true")],
    Good = ["""{ "blobProperties": { "versioningEnabled": true } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["blobProperties"].Member("versioningEnabled").MustBe(true);
}
