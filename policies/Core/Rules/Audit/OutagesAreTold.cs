using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class OutagesAreTold() : StackPolicy(new PolicyInfo
{
    Id = "audit-outages-are-told",
    Title = "Who watches a subscription hears of outages of Azure",
    Why = "What looks like an attack may be an outage, and an outage that nobody knows of hides one.",
    Severity = Severity.Medium,
    Types = [SubscriptionWatch.Alert],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-3"), Framework.CisAzure("6.1.2.11")],
    Remediation = "Add an ActivityLogAlert of the subscription whose criteria.category is ServiceHealth.",
    Good = ["""[{ "type": "azure:monitoring/activityLogAlert:ActivityLogAlert", "name": "h", "properties": { "scopes": ["/subscriptions/s"], "criteria": { "category": "ServiceHealth" } } }]"""],
    Bad = [SubscriptionWatch.AlertsOn("Microsoft.KeyVault/vaults/delete")],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => stack.MustTellOfAll("ServiceHealth");
}
