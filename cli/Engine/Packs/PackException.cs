namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>A policy pack cannot be used, or failed while it was: the run ends, and nothing may be concluded from its silence.</summary>
internal sealed class PackException(string pack, string problem) : Exception($"policy pack {pack}: {problem}");
