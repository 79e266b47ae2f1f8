using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class MessagingIsRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-messaging-is-recorded",
    Title = "Every messaging namespace has a diagnostic setting",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:servicebus/namespace:Namespace", "azure:eventhub/eventHubNamespace:EventHubNamespace", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting.",
    Good = ["""[{ "type": "azure:servicebus/namespace:Namespace", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "id": "/b", "properties": { "targetResourceId": "/a" } }]"""],
    Bad = ["""[{ "type": "azure:servicebus/namespace:Namespace", "name": "a", "id": "/a" }]""", """[{ "type": "azure:eventhub/eventHubNamespace:EventHubNamespace", "name": "a", "id": "/a" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        this.Info.Types.Take(2).SelectMany(type => stack.EachMustHave(type, "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting"));
}
