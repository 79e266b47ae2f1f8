using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class ScansReachOwners() : ResourcePolicy(new PolicyInfo
{
    Id = "database-scans-reach-owners",
    Title = "Results of vulnerability scans reach the owners",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:mssql/serverVulnerabilityAssessment:ServerVulnerabilityAssessment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set recurringScans.emailSubscriptionAdmins to true.",
    Good = ["""{ "recurringScans": { "emailSubscriptionAdmins": true } }"""],
    Bad = ["""{ "recurringScans": { "emailSubscriptionAdmins": false } }""", """{ }"""],
    Equivalents = ["CKV2_AZURE_5"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["recurringScans.emailSubscriptionAdmins"].MustBe(true);
}
