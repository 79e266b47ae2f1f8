using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FlowLogsCountBytes() : ResourcePolicy(new PolicyInfo
{
    Id = "network-flow-logs-count-bytes",
    Title = "Flow logs count bytes",
    Why = "How much was carried out is not known otherwise.",
    Severity = Severity.Low,
    Types = ["azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set version to 2.",
    Good = ["""{ "version": 2 }"""],
    Bad = ["""{ }""", """{ "version": 1 }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["version"].MustBe(2);
}
