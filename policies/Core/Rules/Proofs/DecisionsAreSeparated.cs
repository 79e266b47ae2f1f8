using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Sets;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class DecisionsAreSeparated() : StackPolicy(new PolicyInfo
{
    Id = "proofs-decisions-are-separated",
    Title = "Who proposes cannot approve, and who approves cannot execute",
    Why = "A decision that one identity can take through all its steps was made by a model, whatever the process says.",
    Severity = Severity.Critical,
    Types = ["azure:servicebus/queue:Queue", "azure:authorization/assignment:Assignment"],
    Threats = [Threat.DecisionExploitation],
    Controls = [Framework.Mcsb("PA-1"), Framework.Nist("AC-5"), Framework.OwaspLlm("LLM06")],
    Remediation = "Let the proposer send to the queue of proposals only, the approvers to the queue of what is approved, and the executor receive from that.",
    Good = [Example("p", "Azure Service Bus Data Sender", "proposals")],
    Bad = [Example("p", "Azure Service Bus Data Sender", "approved"), Example("p", "Azure Service Bus Data Owner", "approved")],
    Parameters =
    [
        new("proposals", "Name of the queue of proposals.", """{ "type": "string" }""", "\"proposals\""),
        new("approved", "Name of the queue of what is approved.", """{ "type": "string" }""", "\"approved\""),
    ],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => this.Check(stack, new(this.Info, new Dictionary<string, PropertyValue>(), default));

    public override IEnumerable<Finding> Check(Stack stack, PolicyArguments arguments)
    {
        var queues = stack.OfType(AzureNames.BusQueue, AzureNames.BusTopic).ToList();
        var proposals = queues.Where(queue => queue["name"].AsText == arguments["proposals"].Text).ToList();
        var approved = queues.Where(queue => queue["name"].AsText == arguments["approved"].Text).ToList();
        if (proposals.Count == 0 || approved.Count == 0)
        {
            yield break;
        }

        var graph = AccessGraph.Of(stack);
        foreach (var identity in graph.Identities.Where(graph.LeadingTo(one => graph.GrantsOf(one).Count > 0).Contains))
        {
            // Who holds every power in an emergency is another law's concern.
            if (graph.ActsAs(identity).Any(other => other.Identity.Kind == AccessIdentityKind.ClusterAdmin))
            {
                continue;
            }

            var proposes = Best(graph, identity, Operation.SendMessages, proposals);
            var approves = Best(graph, identity, Operation.SendMessages, approved);
            var executes = Best(graph, identity, Operation.ReceiveMessages, approved);
            if (proposes.Holds != Truth.No && approves.Holds != Truth.No)
            {
                yield return Powers.Against(identity, Powers.UrnOf(identity, stack), "approve what it proposes", proposes.Holds < approves.Holds ? proposes.Holds : approves.Holds, approves.Chain);
            }
            else if (approves.Holds != Truth.No && executes.Holds != Truth.No)
            {
                yield return Powers.Against(identity, Powers.UrnOf(identity, stack), "execute what it approves", executes.Holds < approves.Holds ? executes.Holds : approves.Holds, executes.Chain);
            }
        }
    }

    private static (Truth Holds, IReadOnlyList<string> Chain) Best(AccessGraph graph, AccessIdentity identity, Operation operation, List<Resource> queues) =>
        queues.Select(queue => graph.Can(identity, operation, queue)).Concat(queues.Select(queue => graph.KeyHolder(queue)).OfType<Resource>().Select(bus => graph.Can(identity, Operation.ListBusKeys, bus))).MaxBy(one => one.Holds);

    private static string Example(string who, string role, string queue) =>
        $$"""
        [{ "type": "azure:servicebus/queue:Queue", "name": "proposals", "properties": { "name": "proposals" } },
         { "type": "azure:servicebus/queue:Queue", "name": "approved", "properties": { "name": "approved" } },
         { "type": "azure:authorization/userAssignedIdentity:UserAssignedIdentity", "name": "{{who}}", "properties": { "name": "{{who}}" } },
         { "type": "azure:authorization/assignment:Assignment", "name": "one", "references": { "principalId": "{{who}}", "scope": "proposals" }, "properties": { "roleDefinitionName": "Azure Service Bus Data Sender" } },
         { "type": "azure:authorization/assignment:Assignment", "name": "two", "references": { "principalId": "{{who}}", "scope": "{{queue}}" }, "properties": { "roleDefinitionName": "{{role}}" } }]
        """;
}
