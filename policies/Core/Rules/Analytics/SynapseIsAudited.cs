using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapseIsAudited() : StackPolicy(new PolicyInfo
{
    Id = "analytics-synapse-is-audited",
    Title = "Synapse workspaces are audited",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = ["azure:synapse/workspace:Workspace", "azure:synapse/workspaceExtendedAuditingPolicy:WorkspaceExtendedAuditingPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a WorkspaceExtendedAuditingPolicy.",
    Good = ["""[{ "type": "azure:synapse/workspace:Workspace", "name": "a", "id": "/a" }, { "type": "azure:synapse/workspaceExtendedAuditingPolicy:WorkspaceExtendedAuditingPolicy", "name": "b", "properties": {"synapseWorkspaceId":"/a"} }]"""],
    Bad = ["""[{ "type": "azure:synapse/workspace:Workspace", "name": "a", "id": "/a" }]"""],
    Equivalents = ["CKV2_AZURE_53"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:synapse/workspace:Workspace", "azure:synapse/workspaceExtendedAuditingPolicy:WorkspaceExtendedAuditingPolicy", "synapseWorkspaceId", "have an auditing policy");
}
