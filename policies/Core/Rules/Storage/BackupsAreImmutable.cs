using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class BackupsAreImmutable() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-backups-are-immutable",
    Title = "Backup vaults are immutable",
    Why = "Whoever encrypts your data deletes its backups first.",
    Severity = Severity.Medium,
    Types = ["azure:dataprotection/backupVault:BackupVault", "azure:recoveryservices/vault:Vault"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set immutability to Unlocked, and to Locked once it works.",
    Good = ["""{ "immutability": "Locked" }"""],
    Bad = ["""{ }""", """{ "immutability": "Disabled" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["immutability"].MustBeOneOf(["Locked", "Unlocked"]);
}
