namespace LlmOpsSecure.Policies.Proofs.Budget;

/// <summary>The price of a million tokens of a model.</summary>
/// <param name="Input">Of prompts.</param>
/// <param name="Output">Of answers.</param>
public sealed record Price(decimal Input, decimal Output);
