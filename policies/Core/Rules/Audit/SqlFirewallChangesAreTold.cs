using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class SqlFirewallChangesAreTold() : StackPolicy(new PolicyInfo
{
    Id = "audit-sql-firewall-changes-are-told",
    Title = "Who watches a subscription hears of changes to firewall rules of SQL servers",
    Why = "One rule opens a database to everybody.",
    Severity = Severity.Medium,
    Types = [SubscriptionWatch.Alert],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.CisAzure("6.1.2.7"), Framework.CisAzure("6.1.2.8")],
    Remediation = "Add ActivityLogAlerts of the subscription for Microsoft.Sql/servers/firewallRules/write and /delete, or one without operationName.",
    Good = [SubscriptionWatch.AlertsOn(Operations)],
    Bad = [SubscriptionWatch.AlertsOn("Microsoft.KeyVault/vaults/delete"), SubscriptionWatch.AlertsOn(Operations[0])],
})
{
    private static readonly string[] Operations = ["Microsoft.Sql/servers/firewallRules/write", "Microsoft.Sql/servers/firewallRules/delete"];

    public override IEnumerable<Finding> Check(Stack stack) => stack.MustTellOf(Operations);
}
