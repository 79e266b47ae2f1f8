using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Decisions;

internal sealed class QueuesShareNoSignatures() : ResourcePolicy(new PolicyInfo
{
    Id = "decisions-queues-share-no-signatures",
    Title = "Queues have no shared signatures",
    Why = "A signature has no person behind it: who approved is then not known.",
    Severity = Severity.High,
    Types = ["azure:servicebus/namespaceAuthorizationRule:NamespaceAuthorizationRule", "azure:servicebus/queueAuthorizationRule:QueueAuthorizationRule"],
    Threats = [Threat.DecisionExploitation, Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-1"), Framework.Nist("AC-5")],
    Remediation = "Use identities, with local authentication off.",
    Good = [],
    Bad = ["""{ "manage": true }""", """{ "listen": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        [resource.Violation("there must be no authorization rule: a shared signature sends and receives for whoever has it")];
}
