using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class PoisonMessagesAreGivenUp() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-poison-messages-are-given-up",
    Title = "Messages are delivered ten times at most",
    Why = "One bad message keeps a GPU busy for ever.",
    Severity = Severity.Low,
    Types = ["azure:servicebus/queue:Queue"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set maxDeliveryCount to at most 10.",
    Good = ["""{ "maxDeliveryCount": 10 }""", """{ }"""],
    Bad = ["""{ "maxDeliveryCount": 11 }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["maxDeliveryCount"].MustBeAtMost(10, whenAbsent: true);
}
