using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class DisksHaveTheirOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "data-disks-have-their-own-key",
    Title = "Disks are encrypted with a key of the owner",
    Why = "The owner can take the data away from everybody by taking the key.",
    Severity = Severity.Medium,
    Types = ["azure:compute/managedDisk:ManagedDisk"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set diskEncryptionSetId.",
    Good = ["""{ "diskEncryptionSetId": "x" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV2_AZURE_14", "CKV_AZURE_93"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["diskEncryptionSetId"].MustExist();
}
