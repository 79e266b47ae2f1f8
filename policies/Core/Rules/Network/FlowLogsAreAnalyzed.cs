using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FlowLogsAreAnalyzed() : ResourcePolicy(new PolicyInfo
{
    Id = "network-flow-logs-are-analyzed",
    Title = "Flow logs are analyzed",
    Why = "Nobody reads the records otherwise.",
    Severity = Severity.Low,
    Types = ["azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set trafficAnalytics.enabled to true.",
    Good = ["""{ "trafficAnalytics": { "enabled": true } }"""],
    Bad = ["""{ "trafficAnalytics": { "enabled": false } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["trafficAnalytics.enabled"].MustBe(true);
}
