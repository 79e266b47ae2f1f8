using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapseIsScanned() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-synapse-is-scanned",
    Title = "Synapse workspaces are scanned for weaknesses",
    Why = "Weak settings stay until somebody finds them.",
    Severity = Severity.Low,
    Types = ["azure:synapse/workspaceVulnerabilityAssessment:WorkspaceVulnerabilityAssessment"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Set recurringScans.enabled to true.",
    Good = ["""{ "recurringScans": { "enabled": true } }"""],
    Bad = ["""{ }""", """{ "recurringScans": { "enabled": false } }"""],
    Equivalents = ["CKV2_AZURE_46"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["recurringScans.enabled"].MustBe(true);
}
