using Pulumi;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>What <see cref="ClusterLogs"/> need.</summary>
public sealed record ClusterLogsArgs
{
    /// <summary>Where they are made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Resource id of the cluster.</summary>
    public required Input<string> ClusterId { get; init; }

    /// <summary>Resource id of the workspace.</summary>
    public required Input<string> WorkspaceId { get; init; }

    /// <summary>Resource id of the private collection endpoint.</summary>
    public required Input<string> CollectionEndpointId { get; init; }

    /// <summary>The namespaces whose output is collected.</summary>
    public required IReadOnlyList<string> Namespaces { get; init; }
}
