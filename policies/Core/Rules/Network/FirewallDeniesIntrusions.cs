using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallDeniesIntrusions() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-denies-intrusions",
    Title = "The firewall denies intrusions",
    Why = "An alert after the weights are gone helps nobody.",
    Severity = Severity.High,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set intrusionDetection.mode to Deny.",
    Good = ["""{ "intrusionDetection": { "mode": "Deny" } }"""],
    Bad = ["""{ "intrusionDetection": { "mode": "Alert" } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_220"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["intrusionDetection.mode"].MustBeOneOf(["Deny"]);
}
