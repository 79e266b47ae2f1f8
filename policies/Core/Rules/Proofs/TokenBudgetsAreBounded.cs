using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Budget;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class TokenBudgetsAreBounded() : StackPolicy(new PolicyInfo
{
    Id = "proofs-token-budgets-are-bounded",
    Title = "What a tenant can take from a model has a bound that can be computed",
    Why = "One limit that is missing, of requests, tokens, context or concurrency, makes all the others worth nothing: a model is copied answer by answer.",
    Severity = Severity.High,
    Types = [GatewayRoutes.AiRoute, GatewayRoutes.TrafficPolicy, KubernetesTypes.Deployment],
    Threats = [Threat.ModelStealing, Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.M0004")],
    Remediation = "Give each tenant a limit of requests and one of tokens at the gateway, and the server a longest context and a most of requests.",
    Good = [BudgetExamples.Stack(60, 100_000, "--max-model-len=4096")],
    Bad = [BudgetExamples.Stack(60, null, "--max-model-len=4096"), BudgetExamples.Stack(null, 100_000, "--max-model-len=4096"), BudgetExamples.Stack(60, 100_000, "--port=1")],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        foreach (var budget in BudgetProof.Of(stack).Budgets)
        {
            if (budget.Missing.Count > 0)
            {
                yield return new Violation(budget.Route, "", $"what {budget.Tenant} takes from {budget.Model} must be bounded, but nobody bounds {string.Join(", ", budget.Missing)}");
            }
            else if (budget.Unknown.Count > 0)
            {
                yield return new Undetermined(budget.Route, "", $"what {budget.Tenant} takes from {budget.Model} must be bounded, which is not known before deployment: {string.Join(", ", budget.Unknown)}");
            }
        }
    }
}
