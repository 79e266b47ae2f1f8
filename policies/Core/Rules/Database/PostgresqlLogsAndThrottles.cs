using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class PostgresqlLogsAndThrottles() : ResourcePolicy(new PolicyInfo
{
    Id = "database-postgresql-logs-and-throttles",
    Title = "PostgreSQL logs connections and checkpoints and throttles",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:postgresql/configuration:Configuration", "azure:postgresql/flexibleServerConfiguration:FlexibleServerConfiguration"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set the value to on.",
    Good = ["""{ "name": "log_connections", "value": "on" }""", """{ "name": "x", "value": "off" }"""],
    Bad = ["""{ "name": "log_connections", "value": "off" }""", """{ "name": "connection_throttling", "value": "OFF" }"""],
    Equivalents = ["CKV_AZURE_30", "CKV_AZURE_31", "CKV_AZURE_32", "CKV_AZURE_146", "AVD-AZU-0019", "AVD-AZU-0021", "AVD-AZU-0024", "kics:07f7134f-9f37-476e-8664-670c218e4702", "kics:16e0879a-c4ae-4ff8-a67d-a2eed5d67b8f", "kics:2b3c671f-1b76-4741-8789-ed1fe0785dc4", "kics:3790d386-be81-4dcf-9850-eaa7df6c10d9", "kics:c640d783-10c5-4071-b6c1-23507300d333", "kics:ffb02aca-0d12-475e-b77c-a726f7aeff4b", "kics:a6d774b6-d9ea-4bf4-8433-217bf15d2fb8", "kics:e69bda39-e1e2-47ca-b9ee-b6531b23aedd", "kics:f9112910-c7bb-4864-9f5e-2059ba413bb7"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["name"].AsText?.Trim().ToLowerInvariant() is "log_connections" or "log_disconnections" or "log_checkpoints" or "log_duration" or "log_retention" or "connection_throttling" or "connection_throttle.enable" ? resource["value"].MustNotBe("off") : [];
}
