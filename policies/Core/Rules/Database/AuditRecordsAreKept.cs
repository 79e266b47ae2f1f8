using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class AuditRecordsAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "database-audit-records-are-kept",
    Title = "Audit records of databases are kept for 90 days",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:mssql/serverExtendedAuditingPolicy:ServerExtendedAuditingPolicy", "azure:mssql/databaseExtendedAuditingPolicy:DatabaseExtendedAuditingPolicy", "azure:mssql/server:Server", "azure:mssql/database:Database"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set retentionInDays to at least 90.",
    Good = ["""{ "retentionInDays": 90 }""", """{ }"""],
    Bad = ["""{ "retentionInDays": 30 }"""],
    Equivalents = ["CKV_AZURE_24", "AVD-AZU-0025", "kics:59acb56b-2b10-4c2c-ba38-f2223c3f5cfc", "kics:9c301481-e6ec-44f7-8a49-8ec63e2969ea", "kics:c09cdac2-7670-458a-bf6c-efad6880973a"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["retentionInDays"], resource["extendedAuditingPolicy.retentionInDays"] }.SelectMany(days => days.Must("be 0 (for ever) or at least 90", found => found.AsNumber is 0 or >= 90, whenAbsent: true));
}
