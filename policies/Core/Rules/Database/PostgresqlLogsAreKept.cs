using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class PostgresqlLogsAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "database-postgresql-logs-are-kept",
    Title = "PostgreSQL keeps its log files for more than three days",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:postgresql/configuration:Configuration", "azure:postgresql/flexibleServerConfiguration:FlexibleServerConfiguration"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set the value to at least 4.",
    Good = ["""{ "name": "log_retention_days", "value": "7" }""", """{ "name": "x", "value": "1" }"""],
    Bad = ["""{ "name": "log_retention_days", "value": "3" }"""],
    Equivalents = ["kics:261a83f8-dd72-4e8c-b5e1-ebf06e8fe606"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["name"].AsText?.Trim().ToLowerInvariant() is "log_retention_days" or "logfiles.retention_days" ? resource["value"].MustBeAtLeast(4) : [];
}
