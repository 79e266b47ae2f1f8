using System.Text.Encodings.Web;
using System.Text.Json;
using LlmOpsSecure.Infra.Tests.Recording;
using LlmOpsSecure.Policies.Proofs.Access;
using LlmOpsSecure.Policies.Proofs.Budget;
using LlmOpsSecure.Policies.Proofs.Network;

namespace LlmOpsSecure.Infra.Tests;

/// <summary>What each stack lets happen, as files to review: a change of a stack shows here what it opens.</summary>
public sealed class ProofsTests
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly BudgetQuestion Question = new(1_000_000_000, 128, new("EUR", new Dictionary<string, Price>(StringComparer.Ordinal) { ["*"] = new(0.5m, 1.5m) }));

    public static TheoryData<string> Stacks => [.. StackFile.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Who_can_reach_what(string stack)
    {
        var answer = NetworkAnswer.Of(NetworkProof.Of(PolicyView.Of(await Recorded.Stack(stack))));
        Golden.Matches($"proofs/{stack}.network.txt", NetworkReport.ToText(answer));
        Golden.Matches($"proofs/{stack}.network.json", OneEntryALine(NetworkJson.Write(answer)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Who_may_do_what(string stack)
    {
        var rights = AccessReport.Select(AccessGraph.Of(PolicyView.Of(await Recorded.Stack(stack))), null, null);
        Golden.Matches($"proofs/{stack}.access.txt", AccessReport.ToText(rights, explain: false));
        Golden.Matches($"proofs/{stack}.access.json", OneEntryALine(AccessReport.ToJson(rights)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task How_much_can_be_taken(string stack)
    {
        var view = PolicyView.Of(await Recorded.Stack(stack));
        var (budgets, routes) = (BudgetProof.Of(view).Budgets, GatewayPromise.Of(view));
        Assert.All(budgets, budget => Assert.True(budget.Missing.Count == 0 && budget.Unknown.Count == 0 && budget.TokensPerDay is not null, budget.ToString()));
        Golden.Matches($"proofs/{stack}.budget.txt", BudgetReport.ToText(budgets, routes, Question));
        Golden.Matches($"proofs/{stack}.budget.json", OneEntryALine(BudgetReport.ToJson(budgets, routes, Question)));
    }

    [Fact]
    public void No_golden_is_left_over() =>
        Golden.HasNothingBut("proofs", StackFile.Names.SelectMany(stack => new[] { "network", "access", "budget" }.SelectMany(proof => new[] { $"{stack}.{proof}.txt", $"{stack}.{proof}.json" })));

    // The same document, short enough to review: each entry of a list is a line.
    private static string OneEntryALine(string json) => "{\n" + string.Join(",\n", JsonDocument.Parse(json).RootElement.EnumerateObject().Select(member =>
        $"\"{member.Name}\": " + (member.Value.ValueKind != JsonValueKind.Array ? JsonSerializer.Serialize(member.Value, Compact)
            : "[" + string.Concat(member.Value.EnumerateArray().Select((entry, index) => (index > 0 ? ",\n  " : "\n  ") + JsonSerializer.Serialize(entry, Compact))) + "]"))) + "\n}\n";
}
