namespace LlmOpsSecure.Attacks;

/// <summary>One attack, or one thing that must still work while attacks are refused.</summary>
/// <typeparam name="TWorld">What it is tried in.</typeparam>
/// <param name="Claim">What is tried, in words; the attack's name.</param>
/// <param name="StoppedBy">The layer that answers.</param>
/// <param name="Policy">The policy that refuses the weakness before anything is deployed; empty where it can only be seen at run time.</param>
/// <param name="Expected">What must be observed.</param>
/// <param name="Try">Tries it, and says what was observed.</param>
internal sealed record Attack<TWorld>(string Claim, string StoppedBy, string Policy, string Expected, Func<TWorld, Task<string>> Try);
