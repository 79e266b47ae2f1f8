using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class RoutesAreNotLearned() : ResourcePolicy(new PolicyInfo
{
    Id = "network-routes-are-not-learned",
    Title = "Route tables take no learned routes",
    Why = "A learned route leads around the firewall.",
    Severity = Severity.Medium,
    Types = ["azure:network/routeTable:RouteTable"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set bgpRoutePropagationEnabled to false.",
    Corrections = [new("bgpRoutePropagationEnabled", "false")],
    Good = ["""{ "bgpRoutePropagationEnabled": false }"""],
    Bad = ["""{ "bgpRoutePropagationEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["bgpRoutePropagationEnabled"].MustBe(false);
}
