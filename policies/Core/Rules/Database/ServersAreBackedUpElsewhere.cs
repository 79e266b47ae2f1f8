using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ServersAreBackedUpElsewhere() : ResourcePolicy(new PolicyInfo
{
    Id = "database-servers-are-backed-up-elsewhere",
    Title = "Backups of database servers survive their region",
    Why = "What is lost with the region cannot be restored.",
    Severity = Severity.Low,
    Types = ["azure:postgresql/server:Server", "azure:mysql/server:Server", "azure:mariadb/server:Server", "azure:postgresql/flexibleServer:FlexibleServer", "azure:mysql/flexibleServer:FlexibleServer"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set geoRedundantBackupEnabled to true.",
    Corrections = [new("geoRedundantBackupEnabled", "true")],
    Good = ["""{ "geoRedundantBackupEnabled": true }""", """{ "createMode": "Replica" }"""],
    Bad = ["""{ "geoRedundantBackupEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_94", "CKV_AZURE_102", "CKV_AZURE_129", "CKV_AZURE_136", "kics:0a70d5f3-1ecd-4c8e-9292-928fc9a8c4f1", "kics:8b042c30-e441-453f-b162-7696982ebc58"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["createMode"].UnlessIs("Replica", () => resource["geoRedundantBackupEnabled"].MustBe(true));
}
