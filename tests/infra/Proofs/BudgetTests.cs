using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Proofs.Budget;

namespace LlmOpsSecure.Infra.Tests.Proofs;

/// <summary>What <c>llmops prove budget</c> says of each stack.</summary>
public sealed class BudgetTests
{
    private static readonly BudgetQuestion Question = new(1_000_000_000, 128, new("EUR", new Dictionary<string, Price>(StringComparer.Ordinal) { ["*"] = new(0.5m, 1.5m) }));

    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task A_stack_lets_its_tenants_take_what_its_golden_says(string stack)
    {
        var view = PolicyView.Of(await Recorded.Stack(stack));
        var (budgets, routes) = (BudgetProof.Of(view).Budgets, GatewayPromise.Of(view));
        Assert.All(budgets, budget => Assert.True(budget.Missing.Count == 0 && budget.Unknown.Count == 0 && budget.TokensPerDay is not null, budget.ToString()));
        Golden.Matches($"budgets/{stack}.txt", BudgetReport.ToText(budgets, routes, Question));
        Golden.Matches($"budgets/{stack}.json", BudgetReport.ToJson(budgets, routes, Question) + "\n");
    }
}
