using System.CommandLine;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Proofs.Budget;

namespace LlmOpsSecure.Cli.Commands.Prove;

/// <summary><c>llmops prove budget</c>: how much each tenant can take.</summary>
internal static class ProveBudget
{
    public static Command Create()
    {
        var input = new ProofInput();
        var prices = new Option<string?>("--prices") { Description = """A JSON file: { "currency": "EUR", "models": { "name or *": { "input": 0.5, "output": 1.5 } } }, prices of a million tokens.""" };
        var extraction = new Option<long>("--extraction-tokens") { Description = "Tokens of answers that a copy of a model takes.", DefaultValueFactory = _ => 1_000_000_000 };
        var bytes = new Option<int>("--bytes-per-token") { Description = "Bytes of the longest token of the vocabulary.", DefaultValueFactory = _ => 128 };
        var format = new Option<string>("--format", "-f") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        format.AcceptOnlyFromAmong("text", "json");
        extraction.Validators.Add(result => Positive(result, result.GetValueOrDefault<long>(), "--extraction-tokens"));
        bytes.Validators.Add(result => Positive(result, result.GetValueOrDefault<int>(), "--bytes-per-token"));
        var command = new Command("budget", "The most that each tenant can take from each model, whatever it sends.") { prices, extraction, bytes, format, json };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var question = new BudgetQuestion(parsed.GetValue(extraction), parsed.GetValue(bytes), parsed.GetValue(prices) is { } file ? ReadPrices(file) : null);
            var stack = await input.ReadAsync(parsed, cancellation);
            var (budgets, routes) = (BudgetProof.Of(stack).Budgets, GatewayPromise.Of(stack));
            var asJson = parsed.GetValue(json) || parsed.GetValue(format) == "json";
            Console.Out.Write(asJson ? BudgetReport.ToJson(budgets, routes, question) + "\n" : BudgetReport.ToText(budgets, routes, question));
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Positive(System.CommandLine.Parsing.OptionResult result, long value, string name)
    {
        if (value < 1)
        {
            result.AddError($"{name} must be at least 1, but is {value}.");
        }
    }

    private static PriceTable ReadPrices(string file)
    {
        var root = InputFile.ReadJson(file);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("currency", out var currency) || currency.ValueKind != JsonValueKind.String)
        {
            throw new InputException(file, "a price table must have a text 'currency', but has none");
        }

        if (!root.TryGetProperty("models", out var models) || models.ValueKind != JsonValueKind.Object)
        {
            throw new InputException(file, "a price table must have an object 'models', but has none");
        }

        return new(currency.GetString()!, models.EnumerateObject().ToDictionary(model => model.Name, model => new Price(Number(file, model, "input"), Number(file, model, "output")), StringComparer.Ordinal));
    }

    private static decimal Number(string file, JsonProperty model, string name) =>
        model.Value.ValueKind == JsonValueKind.Object && model.Value.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= 0
            ? number : throw new InputException($"{file}: models.{model.Name}.{name}", "it must be a number of at least 0: the price of a million tokens");
}
