using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class QueriesAreRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-queries-are-recorded",
    Title = "Who queries the logs is recorded",
    Why = "Logs of prompts and tenants are read without a trace otherwise.",
    Severity = Severity.Low,
    Types = ["azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3"), Framework.Nist("AU-9")],
    Remediation = "Add a DiagnosticSetting for the workspace.",
    Good = ["""[{ "type": "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace", "name": "w", "id": "/w" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "d", "properties": { "targetResourceId": "/w" } }]"""],
    Bad = ["""[{ "type": "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace", "name": "w", "id": "/w" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace", "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting");
}
