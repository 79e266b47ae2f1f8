using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class StreamsHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "data-streams-have-no-keys",
    Title = "The streams have no shared keys",
    Why = "Whoever has the key is everybody.",
    Severity = Severity.High,
    Types = ["azure:eventhub/eventHubNamespace:EventHubNamespace"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Turn local authentication off.",
    Good = ["""{ "localAuthenticationEnabled": false }"""],
    Bad = ["""{ "localAuthenticationEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthenticationEnabled"].MustBe(false);
}
