using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallTrafficIsAnalyzed() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewall-traffic-is-analyzed",
    Title = "The firewall tells which of its rules are used",
    Why = "A rule that nobody needs any more is a way out that nobody watches.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-4")],
    Remediation = "Set insights.enabled to true.",
    Good = ["""{ "insights": { "enabled": true, "defaultLogAnalyticsWorkspaceId": "/w" } }"""],
    Bad = ["""{ }""", """{ "insights": { "enabled": false, "defaultLogAnalyticsWorkspaceId": "/w" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource policy) =>
        policy["insights.enabled"].MustBe(true);
}
