namespace LlmOpsSecure.Infra.Configuration;

/// <summary>Cost of the resource group a month.</summary>
/// <param name="MonthlyAmount">Amount in the currency of the subscription.</param>
/// <param name="Contacts">Mail addresses that hear of it.</param>
public sealed record BudgetSettings(int MonthlyAmount, IReadOnlyList<string> Contacts);
