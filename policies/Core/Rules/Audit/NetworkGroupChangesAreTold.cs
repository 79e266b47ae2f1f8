using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class NetworkGroupChangesAreTold() : StackPolicy(new PolicyInfo
{
    Id = "audit-network-group-changes-are-told",
    Title = "Who watches a subscription hears of changes to network security groups",
    Why = "One rule opens a network to everybody.",
    Severity = Severity.Medium,
    Types = [SubscriptionWatch.Alert],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.CisAzure("6.1.2.3"), Framework.CisAzure("6.1.2.4")],
    Remediation = "Add ActivityLogAlerts of the subscription for Microsoft.Network/networkSecurityGroups/write and /delete, or one without operationName.",
    Good = [SubscriptionWatch.AlertsOn(Operations)],
    Bad = [SubscriptionWatch.AlertsOn("Microsoft.KeyVault/vaults/delete"), SubscriptionWatch.AlertsOn(Operations[0])],
})
{
    private static readonly string[] Operations = ["Microsoft.Network/networkSecurityGroups/write", "Microsoft.Network/networkSecurityGroups/delete"];

    public override IEnumerable<Finding> Check(Stack stack) => stack.MustTellOf(Operations);
}
