using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class DatabasesAreSpreadOverZones() : ResourcePolicy(new PolicyInfo
{
    Id = "database-databases-are-spread-over-zones",
    Title = "SQL databases are spread over zones",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:mssql/database:Database"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set zoneRedundant to true.",
    Corrections = [new("zoneRedundant", "true")],
    Good = ["""{ "zoneRedundant": true }"""],
    Bad = ["""{ "zoneRedundant": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_229"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["zoneRedundant"].MustBe(true);
}
