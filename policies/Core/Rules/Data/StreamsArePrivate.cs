using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class StreamsArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "data-streams-are-private",
    Title = "The streams are reached only over private endpoints",
    Why = "Everybody may otherwise try.",
    Severity = Severity.High,
    Types = ["azure:eventhub/eventHubNamespace:EventHubNamespace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
