using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallsDoNotRedirectSql() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewalls-do-not-redirect-sql",
    Title = "Firewalls do not allow redirected SQL",
    Why = "It opens ports 11000 to 11999.",
    Severity = Severity.Low,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove sqlRedirectAllowed, or set it to false.",
    Corrections = [new("sqlRedirectAllowed", "false")],
    Good = ["""{ "sqlRedirectAllowed": false }""", """{ }"""],
    Bad = ["""{ "sqlRedirectAllowed": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sqlRedirectAllowed"].MustNotBe(true);
}
