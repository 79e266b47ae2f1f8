using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class LogsAreNotPurged() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-logs-are-not-purged",
    Title = "Logs are not purged at once",
    Why = "Who removes logs can otherwise not be undone.",
    Severity = Severity.Medium,
    Types = ["azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-6")],
    Remediation = "Leave immediateDataPurgeOn30DaysEnabled out.",
    Good = ["""{ }"""],
    Bad = ["""{ "immediateDataPurgeOn30DaysEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["immediateDataPurgeOn30DaysEnabled"].MustNotBe(true);
}
