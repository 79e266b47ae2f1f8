namespace LlmOpsSecure.Cli.Engine;

/// <summary>What the engine is asked to do.</summary>
internal sealed record OperationRequest
{
    /// <summary>Whether only to show what would happen.</summary>
    public required bool IsPreview { get; init; }

    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The state to compare with; null for none.</summary>
    public StateDocument? Against { get; init; }

    /// <summary>How long the program may run.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);
}
