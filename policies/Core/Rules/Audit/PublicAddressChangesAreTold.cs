using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class PublicAddressChangesAreTold() : StackPolicy(new PolicyInfo
{
    Id = "audit-public-address-changes-are-told",
    Title = "Who watches a subscription hears of changes to public addresses",
    Why = "A new address is a new way in.",
    Severity = Severity.Medium,
    Types = [SubscriptionWatch.Alert],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.CisAzure("6.1.2.9"), Framework.CisAzure("6.1.2.10")],
    Remediation = "Add ActivityLogAlerts of the subscription for Microsoft.Network/publicIPAddresses/write and /delete, or one without operationName.",
    Good = [SubscriptionWatch.AlertsOn(Operations)],
    Bad = [SubscriptionWatch.AlertsOn("Microsoft.KeyVault/vaults/delete"), SubscriptionWatch.AlertsOn(Operations[0])],
})
{
    private static readonly string[] Operations = ["Microsoft.Network/publicIPAddresses/write", "Microsoft.Network/publicIPAddresses/delete"];

    public override IEnumerable<Finding> Check(Stack stack) => stack.MustTellOf(Operations);
}
