using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class DeletedBackupsAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-deleted-backups-are-kept",
    Title = "Deleted backups are kept",
    Why = "Whoever encrypts your data deletes its backups first.",
    Severity = Severity.Medium,
    Types = ["azure:dataprotection/backupVault:BackupVault", "azure:recoveryservices/vault:Vault"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove softDelete.",
    Good = ["""{ "softDelete": "AlwaysOn" }""", """{ "softDeleteEnabled": true }""", """{ }"""],
    Bad = ["""{ "softDelete": "Off" }""", """{ "softDeleteEnabled": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["softDelete"].MustNotBe("Off").Concat(resource["softDeleteEnabled"].MustNotBe(false));
}
