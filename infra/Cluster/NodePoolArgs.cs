using Pulumi;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>What a node pool needs.</summary>
public sealed record NodePoolArgs
{
    /// <summary>Where it is made. Sizes come from its settings.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Resource id of the cluster.</summary>
    public required Input<string> ClusterId { get; init; }

    /// <summary>The pool's own subnet.</summary>
    public required Input<string> SubnetId { get; init; }
}
