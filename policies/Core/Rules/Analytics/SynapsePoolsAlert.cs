using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapsePoolsAlert() : StackPolicy(new PolicyInfo
{
    Id = "analytics-synapse-pools-alert",
    Title = "Synapse SQL pools tell of attacks",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Low,
    Types = ["azure:synapse/sqlPool:SqlPool", "azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Add a SqlPoolSecurityAlertPolicy.",
    Good = ["""[{ "type": "azure:synapse/sqlPool:SqlPool", "name": "a", "id": "/a" }, { "type": "azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy", "name": "b", "properties": {"sqlPoolId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:synapse/sqlPool:SqlPool", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_51"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:synapse/sqlPool:SqlPool", "azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy", "sqlPoolId", "have a security alert policy that is enabled", alert => alert["policyState"].IsUnknown || !string.Equals(alert["policyState"].AsText, "Disabled", StringComparison.OrdinalIgnoreCase));
}
