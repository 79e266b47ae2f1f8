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

    /// <summary>How long the program may run; a policy pack may take half of it to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many resources the program may make at once; as the Pulumi CLI counts by default.</summary>
    public int Parallel { get; init; } = 4 * Environment.ProcessorCount;
}
