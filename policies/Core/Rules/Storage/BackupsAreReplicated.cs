using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class BackupsAreReplicated() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-backups-are-replicated",
    Title = "Backups are kept in more than one place",
    Why = "What is lost with the region cannot be restored.",
    Severity = Severity.Low,
    Types = ["azure:dataprotection/backupVault:BackupVault", "azure:recoveryservices/vault:Vault"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Choose a redundant mode.",
    Good = ["""{ "redundancy": "ZoneRedundant" }""", """{ }"""],
    Bad = ["""{ "redundancy": "LocallyRedundant" }""", """{ "storageModeType": "LocallyRedundant" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["redundancy"].MustNotBe("LocallyRedundant").Concat(resource["storageModeType"].MustNotBe("LocallyRedundant"));
}
