using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class IntrusionsHaveNoBypass() : ResourcePolicy(new PolicyInfo
{
    Id = "network-intrusions-have-no-bypass",
    Title = "No traffic goes past the detection of intrusions",
    Why = "What goes past is what an attacker uses.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.FullStack, Threat.ModelStealing],
    Controls = [Framework.Mcsb("NS-4")],
    Remediation = "Remove trafficBypasses.",
    Good = ["""{ "intrusionDetection": { "mode": "Deny" } }"""],
    Bad = ["""{ "intrusionDetection": { "mode": "Deny", "trafficBypasses": [{ "name": "a" }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["intrusionDetection.trafficBypasses"].MustBeAbsent();
}
