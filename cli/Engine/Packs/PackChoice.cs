namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>A pack that the user picked.</summary>
/// <param name="Path">A folder with PulumiPolicy.yaml, or an executable.</param>
/// <param name="Configuration">Its configuration file; null for none.</param>
internal sealed record PackChoice(string Path, string? Configuration);
