using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>One input, read: a stack of its own.</summary>
/// <param name="Name">The path or stack as given.</param>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Inputs">The resources with their checked inputs: what a policy judges one by one.</param>
/// <param name="Stack">The stack with outputs: what stack policies and proofs judge.</param>
/// <param name="Notes">What the reader left out, and why.</param>
internal sealed record JudgedInput(string Name, InputKind Kind, IReadOnlyList<Resource> Inputs, Stack Stack, IReadOnlyList<string> Notes);
