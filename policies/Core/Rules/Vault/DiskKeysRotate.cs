using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class DiskKeysRotate() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-disk-keys-rotate",
    Title = "Keys of disks rotate by themselves",
    Why = "A key that leaked stays good until somebody thinks of it.",
    Severity = Severity.Medium,
    Types = ["azure:compute/diskEncryptionSet:DiskEncryptionSet"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-6"), Framework.Nist("SC-12")],
    Remediation = "Set autoKeyRotationEnabled to true, with a key URL without version.",
    Good = ["""{ "autoKeyRotationEnabled": true }"""],
    Bad = ["""{ }""", """{ "autoKeyRotationEnabled": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["autoKeyRotationEnabled"].MustBe(true);
}
