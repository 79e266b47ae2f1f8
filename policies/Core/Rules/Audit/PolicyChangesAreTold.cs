using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class PolicyChangesAreTold() : StackPolicy(new PolicyInfo
{
    Id = "audit-policy-changes-are-told",
    Title = "Who watches a subscription hears of changes to policy assignments",
    Why = "Guard rails are taken down first.",
    Severity = Severity.Medium,
    Types = [SubscriptionWatch.Alert],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.CisAzure("6.1.2.1"), Framework.CisAzure("6.1.2.2")],
    Remediation = "Add ActivityLogAlerts of the subscription for Microsoft.Authorization/policyAssignments/write and /delete, or one without operationName.",
    Good = [SubscriptionWatch.AlertsOn(Operations)],
    Bad = [SubscriptionWatch.AlertsOn("Microsoft.KeyVault/vaults/delete"), SubscriptionWatch.AlertsOn(Operations[0])],
})
{
    private static readonly string[] Operations = ["Microsoft.Authorization/policyAssignments/write", "Microsoft.Authorization/policyAssignments/delete"];

    public override IEnumerable<Finding> Check(Stack stack) => stack.MustTellOf(Operations);
}
