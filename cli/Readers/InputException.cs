namespace LlmOpsSecure.Cli.Readers;

/// <summary>An input that cannot be used. The message names the place, what was found and what is allowed; the exit code is 2.</summary>
internal sealed class InputException(string place, string problem) : Exception($"{place}: {problem}");
