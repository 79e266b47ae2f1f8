using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FlowsAreLogged() : ResourcePolicy(new PolicyInfo
{
    Id = "network-flows-are-logged",
    Title = "Flow logs are on",
    Why = "Nobody can tell who spoke to whom otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkWatcherFlowLog:NetworkWatcherFlowLog"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set enabled to true.",
    Good = ["""{ "enabled": true }"""],
    Bad = ["""{ "enabled": false }""", """{ }"""],
    Equivalents = ["kics:b90842e5-6779-44d4-9760-972f4c03ba1c", "AZU-0073"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enabled"].MustBe(true);
}
