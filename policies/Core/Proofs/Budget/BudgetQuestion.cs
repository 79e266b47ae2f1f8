namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>What a report of budgets is to say beside the bounds.</summary>
/// <param name="ExtractionTokens">Tokens of answers that a copy of a model takes.</param>
/// <param name="BytesPerToken">Bytes of the longest token: what a token carries out at most.</param>
/// <param name="Prices">Prices; null for none.</param>
public sealed record BudgetQuestion(long ExtractionTokens, int BytesPerToken, PriceTable? Prices);
