using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class SecuritySolutionChangesAreTold() : StackPolicy(new PolicyInfo
{
    Id = "audit-security-solution-changes-are-told",
    Title = "Who watches a subscription hears of changes to security solutions",
    Why = "An intruder turns off what sees him.",
    Severity = Severity.Medium,
    Types = [SubscriptionWatch.Alert],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.CisAzure("6.1.2.5"), Framework.CisAzure("6.1.2.6")],
    Remediation = "Add ActivityLogAlerts of the subscription for Microsoft.Security/securitySolutions/write and /delete, or one without operationName.",
    Good = [SubscriptionWatch.AlertsOn(Operations)],
    Bad = [SubscriptionWatch.AlertsOn("Microsoft.KeyVault/vaults/delete"), SubscriptionWatch.AlertsOn(Operations[0])],
})
{
    private static readonly string[] Operations = ["Microsoft.Security/securitySolutions/write", "Microsoft.Security/securitySolutions/delete"];

    public override IEnumerable<Finding> Check(Stack stack) => stack.MustTellOf(Operations);
}
