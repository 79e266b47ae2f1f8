using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Analytics;

internal sealed class SynapseIsInItsNetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "analytics-synapse-is-in-its-network",
    Title = "Synapse workspaces are in a managed network",
    Why = "It shares a network or host with others.",
    Severity = Severity.Medium,
    Types = ["azure:synapse/workspace:Workspace"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set managedVirtualNetworkEnabled to true.",
    Corrections = [new("managedVirtualNetworkEnabled", "true")],
    Good = ["""{ "managedVirtualNetworkEnabled": true }"""],
    Bad = ["""{ "managedVirtualNetworkEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_58", "AVD-AZU-0034"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["managedVirtualNetworkEnabled"].MustBe(true);
}
