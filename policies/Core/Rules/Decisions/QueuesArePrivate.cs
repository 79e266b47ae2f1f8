using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Decisions;

internal sealed class QueuesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "decisions-queues-are-private",
    Title = "The queues are reached only over private endpoints",
    Why = "Everybody may otherwise try.",
    Severity = Severity.High,
    Types = ["azure:servicebus/namespace:Namespace"],
    Threats = [Threat.DecisionExploitation],
    Controls = [Framework.Mcsb("AI-5"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_204"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].MustBe(false);
}
