using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Decisions;

internal sealed class QueuesHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "decisions-queues-have-no-keys",
    Title = "The queues have no shared keys",
    Why = "Whoever has the key is everybody.",
    Severity = Severity.High,
    Types = ["azure:servicebus/namespace:Namespace"],
    Threats = [Threat.DecisionExploitation],
    Controls = [Framework.Mcsb("AI-5"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Turn local authentication off.",
    Good = ["""{ "localAuthEnabled": false }"""],
    Bad = ["""{ "localAuthEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_203"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["localAuthEnabled"].MustBe(false);
}
