namespace LlmOpsSecure.Policies.Model;

/// <summary>The options of a resource that the engine hands to a policy.</summary>
public sealed record ResourceOptions
{
    /// <summary>Options of a resource that has none.</summary>
    public static ResourceOptions None { get; } = new();

    /// <summary>Whether the resource is protected from deletion.</summary>
    public bool Protect { get; init; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Outputs that are secret on top of the provider's own.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs that the resource had before.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether a replacement deletes first; null where the program does not say.</summary>
    public bool? DeleteBeforeReplace { get; init; }
}
