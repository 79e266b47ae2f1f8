using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class AuditRecordsReachAWorkspace() : ResourcePolicy(new PolicyInfo
{
    Id = "database-audit-records-reach-a-workspace",
    Title = "Audit records of databases go to the monitor",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:mssql/databaseExtendedAuditingPolicy:DatabaseExtendedAuditingPolicy", "azure:mssql/serverExtendedAuditingPolicy:ServerExtendedAuditingPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Remove logMonitoringEnabled, or set it to true.",
    Corrections = [new("logMonitoringEnabled", "true")],
    Good = ["""{ "logMonitoringEnabled": true }""", """{ }"""],
    Bad = ["""{ "logMonitoringEnabled": false }"""],
    Equivalents = ["CKV_AZURE_156"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["logMonitoringEnabled"].MustNotBe(false);
}
