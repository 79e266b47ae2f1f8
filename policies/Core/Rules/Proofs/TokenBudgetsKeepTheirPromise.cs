using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Budget;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Proofs;

internal sealed class TokenBudgetsKeepTheirPromise() : StackPolicy(new PolicyInfo
{
    Id = "proofs-token-budgets-keep-their-promise",
    Title = "A tenant takes no more tokens than the settings promise, overshoot included",
    Why = "Tokens are counted when an answer ends: with much in flight a tenant takes a multiple of its budget before the gateway knows.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.AiRoute, GatewayRoutes.TrafficPolicy, KubernetesTypes.Deployment],
    Threats = [Threat.ModelStealing, Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Lower the context, the concurrency or the requests of a minute, or raise the budget to what the tenant can really take.",
    Good = [BudgetExamples.Stack(60, 100_000, "--max-model-len=4096")],
    Bad = [BudgetExamples.Stack(600, 10_000, "--max-model-len=131072")],
    Parameters =
    [
        new("mostTimesTheLimit", "How many times its limit a tenant may take in one window.", """{ "type": "number", "minimum": 1 }""", "5"),
        new("tokensPerDay", "The most tokens of any 24 hours, by tenant; '*' for every other. Without an entry the limit alone counts.", """{ "type": "object", "additionalProperties": { "type": "number" } }""", "{}"),
    ],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => this.Check(stack, new(this.Info, new Dictionary<string, PropertyValue>(), default));

    public override IEnumerable<Finding> Check(Stack stack, PolicyArguments arguments)
    {
        var times = arguments["mostTimesTheLimit"].Number;
        foreach (var budget in BudgetProof.Of(stack).Budgets)
        {
            if (budget is { TokenLimit: { } limit, TokensPerWindow: { } window } && window > limit * times)
            {
                yield return new Violation(budget.Route, "", $"{budget.Tenant} must take at most {times} times its {limit:N0} tokens of {budget.Model} in {budget.Window} seconds, but {budget.InFlight:N0} requests in flight of {budget.TokensPerRequest:N0} tokens make it {window:N0}");
            }

            var promise = arguments["tokensPerDay"][budget.Tenant] ?? arguments["tokensPerDay"]["*"];
            if (promise is { Kind: PropertyKind.Number } && budget.TokensPerDay is { } day && day > promise.Number)
            {
                yield return new Violation(budget.Route, "", $"{budget.Tenant} must take at most {promise.Number:N0} tokens of {budget.Model} in 24 hours, but can take {day:N0}");
            }
        }
    }
}
