using Pulumi;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>What <see cref="PolicyAssignments"/> need.</summary>
public sealed record PolicyAssignmentsArgs
{
    /// <summary>Where they are made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>The resource group that holds the cluster.</summary>
    public required Input<string> ResourceGroupId { get; init; }
}
