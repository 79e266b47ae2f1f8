using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class DisksAreEncryptedTwice() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-disks-are-encrypted-twice",
    Title = "Disks are encrypted with two keys",
    Why = "One broken layer is then not enough.",
    Severity = Severity.Low,
    Types = ["azure:compute/diskEncryptionSet:DiskEncryptionSet"],
    Threats = [Threat.Disclosure, Threat.ModelStealing],
    Controls = [Framework.Mcsb("DP-4")],
    Remediation = "Set encryptionType to EncryptionAtRestWithPlatformAndCustomerKeys.",
    Good = ["""{ "encryptionType": "EncryptionAtRestWithPlatformAndCustomerKeys" }""", """{ "encryptionType": "ConfidentialVmEncryptedWithCustomerKey" }"""],
    Bad = ["""{ }""", """{ "encryptionType": "EncryptionAtRestWithCustomerKey" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["encryptionType"].MustBeOneOf(["EncryptionAtRestWithPlatformAndCustomerKeys", "ConfidentialVmEncryptedWithCustomerKey"]);
}
