namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>Prices by model.</summary>
/// <param name="Currency">The currency, such as <c>EUR</c>.</param>
/// <param name="Models">The price by the model's name; <c>*</c> for every other.</param>
public sealed record PriceTable(string Currency, IReadOnlyDictionary<string, Price> Models)
{
    /// <summary>The price of a model; null where the table has none.</summary>
    public Price? Of(string model) => this.Models.TryGetValue(model, out var price) || this.Models.TryGetValue("*", out price) ? price : null;
}
