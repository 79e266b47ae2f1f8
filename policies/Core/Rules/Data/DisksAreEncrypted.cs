using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class DisksAreEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "data-disks-are-encrypted",
    Title = "Encryption of managed disks is not turned off",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.High,
    Types = ["azure:compute/managedDisk:ManagedDisk"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Remove encryptionSettings.enabled: false.",
    Good = ["""{ "encryptionSettings": { "enabled": true } }""", """{ }"""],
    Bad = ["""{ "encryptionSettings": { "enabled": false } }"""],
    Equivalents = ["CKV_AZURE_2", "AVD-AZU-0038", "kics:a99130ab-4c0e-43aa-97f8-78d4fcb30024", "kics:350f3955-b5be-436f-afaa-3d2be2fa6cdd"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["encryptionSettings.enabled"].MustNotBe(false);
}
