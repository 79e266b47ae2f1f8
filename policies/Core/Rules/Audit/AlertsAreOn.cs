using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class AlertsAreOn() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-alerts-are-on",
    Title = "Alerts are on, and tell somebody",
    Why = "An alert that is off, or that nobody gets, is not one.",
    Severity = Severity.Low,
    Types = ["azure:monitoring/activityLogAlert:ActivityLogAlert", "azure:monitoring/metricAlert:MetricAlert", "azure:monitoring/scheduledQueryRulesAlertV2:ScheduledQueryRulesAlertV2"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Leave enabled at true, and name an action group.",
    Good = ["""{ "actions": [{ "actionGroupId": "/g" }] }"""],
    Bad = ["""{ "enabled": false, "actions": [{ "actionGroupId": "/g" }] }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enabled"].MustNotBe(false).Concat(resource.Type.EndsWith("AlertV2", StringComparison.Ordinal) ? resource["action.actionGroups"].MustExist() : resource["actions"].MustExist()).Take(1);
}
