using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ScansReachSomebody() : ResourcePolicy(new PolicyInfo
{
    Id = "database-scans-reach-somebody",
    Title = "Results of vulnerability scans reach somebody",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:mssql/serverVulnerabilityAssessment:ServerVulnerabilityAssessment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set recurringScans.emails.",
    Good = ["""{ "recurringScans": { "emails": [ "a@b.example" ] } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV2_AZURE_4"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["recurringScans.emails"].MustExist();
}
