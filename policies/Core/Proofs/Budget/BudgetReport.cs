using System.Globalization;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>Writes budgets in the forms that <c>llmops prove budget</c> offers. The JSON form is versioned; docs/proofs.md describes it.</summary>
public static class BudgetReport
{
    /// <summary>A paragraph for each tenant and model, one for all tenants together, and one for each route: what its gateway promises there.</summary>
    public static string ToText(IReadOnlyList<TokenBudget> budgets, IReadOnlyList<GatewayPromise> routes, BudgetQuestion question)
    {
        var text = new StringBuilder();
        foreach (var budget in budgets)
        {
            text.Append(budget.Tenant).Append(" → ").Append(budget.Model).Append('\n');
            Line("tokens of any minute", Show(budget.TokensPerMinute));
            Line("tokens of any 24 hours", Show(budget.TokensPerDay));
            Line("tokens of answers in any 24 hours", Show(budget.OutputPerDay));
            Line("bytes out in any 24 hours", Show(TokenBudget.Times(budget.OutputPerDay, question.BytesPerToken)));
            Line("beyond the limit, because tokens are counted afterwards", budget.TokenLimit is { } limit ? $"{Show(budget.Overshoot)} of {Show(limit)} in {budget.Window.ToString(CultureInfo.InvariantCulture)} seconds" : "no limit");
            if (question.Prices?.Of(budget.Model) is { } price)
            {
                Line("cost of any 24 hours", budget.CostPerDay(price.Input, price.Output) is { } cost ? $"{cost.ToString("N2", CultureInfo.InvariantCulture)} {question.Prices.Currency}" : "unbounded");
            }

            Line($"days to extract {Show(question.ExtractionTokens)} tokens, at least", Days(budget.DaysFor(question.ExtractionTokens)));
            if (budget.Missing.Count > 0)
            {
                Line("nobody bounds", string.Join(", ", budget.Missing));
            }

            if (budget.Unknown.Count > 0)
            {
                Line("not known before deployment", string.Join(", ", budget.Unknown));
            }
        }

        if (budgets.Count > 1)
        {
            text.Append("all tenants together\n");
            var output = All(budgets, budget => budget.OutputPerDay);
            Line("tokens of any 24 hours", Show(All(budgets, budget => budget.TokensPerDay)));
            Line($"days to extract {Show(question.ExtractionTokens)} tokens, at least", Days(output is > 0 ? (double)question.ExtractionTokens / output : null));
        }

        foreach (var route in routes)
        {
            text.Append("route ").Append(route.Route).Append(route.IsOfTools ? " (tools)\n" : "\n");
            Line("limits of tenants", route.Budgets.Count == 0 ? "none: the guard before the server must have them" : route.Budgets.Count.ToString(CultureInfo.InvariantCulture));
            Line("a limit that cannot be counted", route.FailsClosed switch { Truth.Yes => "refuses", Truth.Maybe => "not known: the gateway is installed elsewhere", _ => route.Budgets.Count == 0 ? "there is none" : "lets through" });
            Line("whom no rule names", route.DeniesOthers switch { Truth.Yes => "refused", Truth.Maybe => "not known before deployment", _ => "let through" });
            Line("bytes of a body", Show(route.BodyBytes));
            Line("headers taken from clients", route.Stripped.Count == 0 ? "none" : string.Join(", ", route.Stripped));
            if (route.Replaced.Count > 0)
            {
                Line("replaced here", string.Join(", ", route.Replaced));
            }
        }

        return budgets.Count == 0 && routes.Count == 0 ? "No model is reached through a gateway of this stack.\n" : text.ToString();

        void Line(string name, string value) => text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
    }

    /// <summary>The JSON form, version 1. A bound that there is not is null.</summary>
    public static string ToJson(IReadOnlyList<TokenBudget> budgets, IReadOnlyList<GatewayPromise> routes, BudgetQuestion question)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteNumber("extractionTokens", question.ExtractionTokens);
            json.WriteNumber("bytesPerToken", question.BytesPerToken);
            json.WriteStartArray("budgets");
            foreach (var budget in budgets)
            {
                json.WriteStartObject();
                json.WriteString("tenant", budget.Tenant);
                json.WriteString("model", budget.Model);
                Number("requestsPerMinute", budget.RequestsPerMinute);
                Number("tokenLimit", budget.TokenLimit);
                Number("windowSeconds", budget.Window > 0 ? budget.Window : null);
                Number("tokensPerRequest", budget.TokensPerRequest);
                Number("outputPerRequest", budget.OutputPerRequest);
                Number("inFlight", budget.InFlight);
                Number("overshoot", budget.Overshoot);
                Number("tokensPerMinute", budget.TokensPerMinute);
                Number("tokensPerDay", budget.TokensPerDay);
                Number("outputPerDay", budget.OutputPerDay);
                Number("bytesOutPerDay", TokenBudget.Times(budget.OutputPerDay, question.BytesPerToken));
                if (question.Prices?.Of(budget.Model) is { } price)
                {
                    json.WriteString("currency", question.Prices.Currency);
                    if (budget.CostPerDay(price.Input, price.Output) is { } cost)
                    {
                        json.WriteNumber("costPerDay", decimal.Round(cost, 2));
                    }
                    else
                    {
                        json.WriteNull("costPerDay");
                    }
                }

                if (budget.DaysFor(question.ExtractionTokens) is { } days)
                {
                    json.WriteNumber("extractionDays", Math.Round(days, 2));
                }
                else
                {
                    json.WriteNull("extractionDays");
                }

                Texts("missing", budget.Missing);
                Texts("unknown", budget.Unknown);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("routes");
            foreach (var route in routes)
            {
                json.WriteStartObject();
                json.WriteString("route", route.Route);
                json.WriteBoolean("tools", route.IsOfTools);
                json.WriteString("deniesOthers", route.DeniesOthers.ToString().ToLowerInvariant());
                json.WriteString("failsClosed", route.FailsClosed.ToString().ToLowerInvariant());
                Number("bodyBytes", route.BodyBytes);
                Texts("stripped", route.Stripped);
                Texts("replaced", route.Replaced);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();

            void Number(string name, long? value)
            {
                if (value is { } number)
                {
                    json.WriteNumber(name, number);
                }
                else
                {
                    json.WriteNull(name);
                }
            }

            void Texts(string name, IReadOnlyList<string> values)
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static long? All(IReadOnlyList<TokenBudget> budgets, Func<TokenBudget, long?> part) => budgets.All(budget => part(budget) is not null) ? budgets.Sum(part) : null;

    private static string Show(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "unbounded";

    private static string Days(double? days) => days?.ToString("0.0", CultureInfo.InvariantCulture) ?? "none: it is unbounded";
}
