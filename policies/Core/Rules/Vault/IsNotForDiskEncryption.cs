using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class IsNotForDiskEncryption() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-is-not-for-disk-encryption",
    Title = "Vaults do not serve the retired encryption of disks",
    Why = "The platform may read keys for something that nobody uses any more.",
    Severity = Severity.Low,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Remove enabledForDiskEncryption, or set it to false.",
    Corrections = [new("enabledForDiskEncryption", "false")],
    Good = ["""{ "enabledForDiskEncryption": false }""", """{ }"""],
    Bad = ["""{ "enabledForDiskEncryption": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enabledForDiskEncryption"].MustNotBe(true);
}
