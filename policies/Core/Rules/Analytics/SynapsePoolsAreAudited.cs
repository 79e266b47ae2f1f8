using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapsePoolsAreAudited() : StackPolicy(new PolicyInfo
{
    Id = "analytics-synapse-pools-are-audited",
    Title = "Synapse pools are audited",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:synapse/sqlPool:SqlPool", "azure:synapse/sqlPoolExtendedAuditingPolicy:SqlPoolExtendedAuditingPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a SqlPoolExtendedAuditingPolicy, and leave logMonitoringEnabled on.",
    Good = ["""[{ "type": "azure:synapse/sqlPool:SqlPool", "name": "a", "id": "/a" }, { "type": "azure:synapse/sqlPoolExtendedAuditingPolicy:SqlPoolExtendedAuditingPolicy", "name": "b", "id": "/b", "properties": { "sqlPoolId": "/a" } }]"""],
    Bad = ["""[{ "type": "azure:synapse/sqlPool:SqlPool", "name": "a", "id": "/a" }]""", """[{ "type": "azure:synapse/sqlPool:SqlPool", "name": "a", "id": "/a" }, { "type": "azure:synapse/sqlPoolExtendedAuditingPolicy:SqlPoolExtendedAuditingPolicy", "name": "b", "id": "/b", "properties": { "sqlPoolId": "/a", "logMonitoringEnabled": false } }]"""],
    Equivalents = ["CKV2_AZURE_54"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:synapse/sqlPool:SqlPool", "azure:synapse/sqlPoolExtendedAuditingPolicy:SqlPoolExtendedAuditingPolicy", "sqlPoolId", "have an auditing policy that reaches the monitor", audit => audit["logMonitoringEnabled"].AsBoolean != false);
}
