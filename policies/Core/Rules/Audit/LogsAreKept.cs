using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class LogsAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-logs-are-kept",
    Title = "Logs are kept for 90 days or more",
    Why = "Most intrusions are found later than a month.",
    Severity = Severity.Medium,
    Types = ["azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set retentionInDays to 90 or more.",
    Good = ["""{ "retentionInDays": 365 }"""],
    Bad = ["""{ "retentionInDays": 30 }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["retentionInDays"].MustBeAtLeast(90);
}
