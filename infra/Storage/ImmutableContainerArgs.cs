using Pulumi;

namespace LlmOpsSecure.Infra.Storage;

/// <summary>What an <see cref="ImmutableContainer"/> needs.</summary>
public sealed record ImmutableContainerArgs
{
    /// <summary>Resource id of the account.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>Name of the container.</summary>
    public required string ContainerName { get; init; }

    /// <summary>Days that a blob cannot be changed.</summary>
    public required int Days { get; init; }

    /// <summary>Whether the policy itself can never be shortened or removed. It cannot be undone, and it blocks a destroy.</summary>
    public required bool Locked { get; init; }
}
