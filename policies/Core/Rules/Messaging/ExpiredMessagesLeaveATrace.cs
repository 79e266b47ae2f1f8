using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class ExpiredMessagesLeaveATrace() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-expired-messages-leave-a-trace",
    Title = "Expired messages leave a trace",
    Why = "A job that nobody took is gone without a word.",
    Severity = Severity.Low,
    Types = ["azure:servicebus/queue:Queue"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set deadLetteringOnMessageExpiration to true.",
    Corrections = [new("deadLetteringOnMessageExpiration", "true")],
    Good = ["""{ "deadLetteringOnMessageExpiration": true }"""],
    Bad = ["""{ "deadLetteringOnMessageExpiration": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["deadLetteringOnMessageExpiration"].MustBe(true);
}
