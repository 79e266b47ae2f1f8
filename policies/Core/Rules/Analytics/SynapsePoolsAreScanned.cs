using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapsePoolsAreScanned() : StackPolicy(new PolicyInfo
{
    Id = "analytics-synapse-pools-are-scanned",
    Title = "Synapse pools are scanned for weaknesses",
    Why = "Weak settings stay until somebody finds them.",
    Severity = Severity.Low,
    Types = ["azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy", "azure:synapse/sqlPoolVulnerabilityAssessment:SqlPoolVulnerabilityAssessment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Add a SqlPoolVulnerabilityAssessment with recurringScans.enabled true.",
    Good = ["""[{ "type": "azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy", "name": "a", "id": "/a" }, { "type": "azure:synapse/sqlPoolVulnerabilityAssessment:SqlPoolVulnerabilityAssessment", "name": "b", "id": "/b", "properties": { "sqlPoolSecurityAlertPolicyId": "/a", "recurringScans": { "enabled": true } } }]"""],
    Bad = ["""[{ "type": "azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy", "name": "a", "id": "/a" }]""", """[{ "type": "azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy", "name": "a", "id": "/a" }, { "type": "azure:synapse/sqlPoolVulnerabilityAssessment:SqlPoolVulnerabilityAssessment", "name": "b", "id": "/b", "properties": { "sqlPoolSecurityAlertPolicyId": "/a", "recurringScans": { "enabled": false } } }]"""],
    Equivalents = ["CKV2_AZURE_52"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:synapse/sqlPoolSecurityAlertPolicy:SqlPoolSecurityAlertPolicy", "azure:synapse/sqlPoolVulnerabilityAssessment:SqlPoolVulnerabilityAssessment", "sqlPoolSecurityAlertPolicyId", "have a vulnerability assessment that recurs", scan => scan["recurringScans.enabled"].IsUnknown || scan["recurringScans.enabled"].AsBoolean == true);
}
