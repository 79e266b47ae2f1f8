using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ScansRecur() : ResourcePolicy(new PolicyInfo
{
    Id = "database-scans-recur",
    Title = "Vulnerability scans of SQL servers recur",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Low,
    Types = ["azure:mssql/serverVulnerabilityAssessment:ServerVulnerabilityAssessment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Set recurringScans.enabled to true.",
    Good = ["""{ "recurringScans": { "enabled": true } }"""],
    Bad = ["""{ "recurringScans": { "enabled": false } }""", """{ }"""],
    Equivalents = ["CKV2_AZURE_3", "CKV2_AZURE_4"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["recurringScans.enabled"].MustBe(true);
}
