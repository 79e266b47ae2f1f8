using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Ai;

internal sealed class WorkspacesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "ai-workspaces-are-private",
    Title = "Machine learning workspaces are reached only over private endpoints",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:machinelearning/workspace:Workspace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ }""", """{ "publicNetworkAccessEnabled": true }"""],
    Equivalents = ["CKV_AZURE_144", "CKV2_AZURE_49"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].IsAbsent && resource["publicAccessBehindVirtualNetworkEnabled"].AsBoolean == false ? [] : resource["publicNetworkAccessEnabled"].MustBe(false);
}
