using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class LogsReachAWorkspace() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-logs-reach-a-workspace",
    Title = "Diagnostic settings lead to a workspace",
    Why = "A log that goes nowhere is read by nobody.",
    Severity = Severity.High,
    Types = ["azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set logAnalyticsWorkspaceId.",
    Good = ["""{ "logAnalyticsWorkspaceId": "x" }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["logAnalyticsWorkspaceId"].IsAbsent && resource["storageAccountId"].IsAbsent && resource["eventhubAuthorizationRuleId"].IsAbsent ? resource["logAnalyticsWorkspaceId"].MustExist() : [];
}
