namespace LlmOpsSecure.Attacks;

/// <summary>What came of an attack.</summary>
internal sealed record AttackResult(string Claim, string StoppedBy, string Policy, string Expected, string Observed);
