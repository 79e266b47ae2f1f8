using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Decisions;

internal sealed class NobodyProposesAndExecutes() : StackPolicy(new PolicyInfo
{
    Id = "decisions-nobody-proposes-and-executes",
    Title = "Nobody both sends and receives what people decide about",
    Why = "Who may put a message in a queue and take it out again decides alone.",
    Severity = Severity.High,
    Types = ["azure:authorization/assignment:Assignment"],
    Threats = [Threat.DecisionExploitation, Threat.ToolExploitation],
    Controls = [Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025"), Framework.Atlas("AML.M0029"), Framework.Nist("AC-5")],
    Remediation = "Give Sender and Receiver of a queue to different identities, and Data Owner to nobody.",
    Good = ["""[{ "type": "azure:authorization/assignment:Assignment", "name": "a", "properties": { "roleDefinitionName": "Azure Service Bus Data Sender", "scope": "/ns/queues/a", "principalId": "1" } }, { "type": "azure:authorization/assignment:Assignment", "name": "b", "properties": { "roleDefinitionName": "Azure Service Bus Data Receiver", "scope": "/ns/queues/a", "principalId": "2" } }]""", """[{ "type": "azure:authorization/assignment:Assignment", "name": "a", "properties": { "roleDefinitionName": "Azure Service Bus Data Sender", "scope": "/ns/queues/a", "principalId": "1" } }, { "type": "azure:authorization/assignment:Assignment", "name": "b", "properties": { "roleDefinitionName": "Azure Service Bus Data Receiver", "scope": "/ns/queues/b", "principalId": "1" } }]"""],
    Bad = ["""[{ "type": "azure:authorization/assignment:Assignment", "name": "a", "properties": { "roleDefinitionName": "Azure Service Bus Data Sender", "scope": "/ns/queues/a", "principalId": "1" } }, { "type": "azure:authorization/assignment:Assignment", "name": "b", "properties": { "roleDefinitionName": "Azure Service Bus Data Receiver", "scope": "/ns/queues/a", "principalId": "1" } }]""", """[{ "type": "azure:authorization/assignment:Assignment", "name": "a", "properties": { "roleDefinitionName": "Azure Service Bus Data Owner", "scope": "/ns/queues/a", "principalId": "1" } }]""", """[{ "type": "azure:authorization/assignment:Assignment", "name": "a", "properties": { "roleDefinitionName": "Azure Service Bus Data Sender", "scope": "/ns", "principalId": "1" } }, { "type": "azure:authorization/assignment:Assignment", "name": "b", "properties": { "roleDefinitionName": "Azure Service Bus Data Receiver", "scope": "/ns/queues/a", "principalId": "1" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var assignments = stack.OfType("azure:authorization/assignment:Assignment").ToList();
        var senders = assignments.Where(one => one["roleDefinitionName"].AsText == "Azure Service Bus Data Sender").ToLookup(one => one["principalId"].AsText, StringComparer.Ordinal);
        return assignments.SelectMany(one => one["roleDefinitionName"].AsText switch
        {
            "Azure Service Bus Data Owner" => [one["roleDefinitionName"].Violation("not be the owner of the messages")],
            "Azure Service Bus Data Receiver" when one["principalId"].AsText is { } principal && senders[principal].Any(sender => SameQueue(sender["scope"].AsText, one["scope"].AsText)) => [one["principalId"].Violation("not also send to the queue that it receives from")],
            _ => Array.Empty<Finding>(),
        });
    }

    private static bool SameQueue(string? left, string? right) => left is not null && right is not null && (Within(left, right) || Within(right, left));

    private static bool Within(string inner, string outer) => inner.Equals(outer, StringComparison.OrdinalIgnoreCase) || inner.StartsWith(outer + "/", StringComparison.OrdinalIgnoreCase);
}
