namespace LlmOpsSecure.Cli.Commands;

/// <summary>What the exit code says.</summary>
internal static class ExitCode
{
    /// <summary>Nothing stops a deployment.</summary>
    public const int Clean = 0;

    /// <summary>Something stops a deployment: a mandatory violation, a refusal by the provider, an operation that failed.</summary>
    public const int Violations = 1;

    /// <summary>The command or an input is wrong.</summary>
    public const int Misuse = 2;

    /// <summary>A defect of this program.</summary>
    public const int Internal = 3;
}
