using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallsAreNoProxy() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewalls-are-no-proxy",
    Title = "Firewalls are no explicit proxy",
    Why = "It is a second, weaker way out.",
    Severity = Severity.Low,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove explicitProxy.enabled, or set it to false.",
    Corrections = [new("enabled", "false")],
    Good = ["""{ "explicitProxy": { "enabled": false } }""", """{ }"""],
    Bad = ["""{ "explicitProxy": { "enabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["explicitProxy.enabled"].MustNotBe(true);
}
