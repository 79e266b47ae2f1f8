using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class ThreatsHaveNoAllowList() : ResourcePolicy(new PolicyInfo
{
    Id = "network-threats-have-no-allow-list",
    Title = "Firewalls make no exception for known threats",
    Why = "Whoever holds that name is let through.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove threatIntelligenceAllowlist.",
    Good = ["""{ }"""],
    Bad = ["""{ "threatIntelligenceAllowlist": { "fqdns": [ "a.example" ] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["threatIntelligenceAllowlist.fqdns"].MustBeAbsent().Concat(resource["threatIntelligenceAllowlist.ipAddresses"].MustBeAbsent());
}
