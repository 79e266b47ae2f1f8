using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Defender;

internal sealed class UploadsAreScanned() : ResourcePolicy(new PolicyInfo
{
    Id = "defender-uploads-are-scanned",
    Title = "Uploads to storage accounts are scanned for malware",
    Why = "What users upload reaches tools and retrieval.",
    Severity = Severity.Medium,
    Types = ["azure:securitycenter/storageDefender:StorageDefender"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Set malwareScanningOnUploadEnabled to true.",
    Corrections = [new("malwareScanningOnUploadEnabled", "true")],
    Good = ["""{ "malwareScanningOnUploadEnabled": true }"""],
    Bad = ["""{ "malwareScanningOnUploadEnabled": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["malwareScanningOnUploadEnabled"].MustBe(true);
}
