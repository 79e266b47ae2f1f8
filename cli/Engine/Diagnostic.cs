namespace LlmOpsSecure.Cli.Engine;

/// <summary>A message of the program or the engine.</summary>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Urn">The resource; empty for none.</param>
/// <param name="Text">The message.</param>
internal sealed record Diagnostic(string Severity, string Urn, string Text);
