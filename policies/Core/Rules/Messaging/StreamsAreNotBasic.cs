using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class StreamsAreNotBasic() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-streams-are-not-basic",
    Title = "Event hubs are not of the basic tier",
    Why = "The basic tier has no network rules.",
    Severity = Severity.Low,
    Types = ["azure:eventhub/eventHubNamespace:EventHubNamespace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set sku to another value than Basic.",
    Good = ["""{ "sku": "Standard" }""", """{ }"""],
    Bad = ["""{ "sku": "Basic" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku"].MustNotBe("Basic");
}
