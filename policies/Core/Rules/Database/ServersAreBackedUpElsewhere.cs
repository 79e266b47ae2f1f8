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
    Good = ["""{ "geoRedundantBackupEnabled": true }"""],
    Bad = ["""{ "geoRedundantBackupEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_94", "CKV_AZURE_102", "CKV_AZURE_129", "CKV_AZURE_136"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["geoRedundantBackupEnabled"].MustBe(true);
}
