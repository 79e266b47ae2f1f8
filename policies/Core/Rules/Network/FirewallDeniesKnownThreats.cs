using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallDeniesKnownThreats() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-denies-known-threats",
    Title = "The firewall denies known threats",
    Why = "An alert after the weights are gone helps nobody.",
    Severity = Severity.High,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set threatIntelligenceMode to Deny.",
    Corrections = [new("threatIntelligenceMode", "\"Deny\"")],
    Good = ["""{ "threatIntelligenceMode": "Deny" }"""],
    Bad = ["""{ "threatIntelligenceMode": "Alert" }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["threatIntelligenceMode"].MustBeOneOf(["Deny"]);
}
