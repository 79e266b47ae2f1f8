using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FlowLogsAreKept() : ResourcePolicy(new PolicyInfo
{
    Id = "network-flow-logs-are-kept",
    Title = "Flow logs are kept for 90 days or more",
    Why = "Most intrusions are found later than that.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set retentionPolicy.days to 90.",
    Good = ["""{ "retentionPolicy": { "enabled": true, "days": 90 } }"""],
    Bad = ["""{ "retentionPolicy": { "enabled": true, "days": 7 } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_12", "AVD-AZU-0049", "kics:7750fcca-dd03-4d38-b663-4b70289bcfd4", "kics:564b70f8-41cd-4690-aff8-bb53add86bc9"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["retentionPolicy.enabled"].MustBe(true).Concat(resource["retentionPolicy.enabled"].AsBoolean == true ? resource["retentionPolicy.days"].Must("be 0 (for ever) or at least 90", days => days.AsNumber == 0 || days.AsNumber >= 90) : []);
}
