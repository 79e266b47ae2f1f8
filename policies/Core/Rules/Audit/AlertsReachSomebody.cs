using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class AlertsReachSomebody() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-alerts-reach-somebody",
    Title = "Alerts reach somebody",
    Why = "An alert without a receiver is not one.",
    Severity = Severity.Low,
    Types = ["azure:monitoring/actionGroup:ActionGroup"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1"), Framework.Nist("IR-5")],
    Remediation = "Add a receiver, and leave enabled at true.",
    Good = ["""{ "emailReceivers": [{ "name": "a", "emailAddress": "a@example.com" }] }"""],
    Bad = ["""{ }""", """{ "enabled": false, "emailReceivers": [{ "name": "a", "emailAddress": "a@example.com" }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enabled"].MustNotBe(false).Concat(Receivers.Any(name => resource[name].IsUnknown || resource[name].Items.Any()) ? [] : [resource.Violation("the action group must have a receiver, but has none")]).Take(1);

    private static readonly string[] Receivers = ["armRoleReceivers", "automationRunbookReceivers", "azureAppPushReceivers", "azureFunctionReceivers", "emailReceivers", "eventHubReceivers", "itsmReceivers", "logicAppReceivers", "smsReceivers", "voiceReceivers", "webhookReceivers"];
}
