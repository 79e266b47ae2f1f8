using Pulumi;

namespace LlmOpsSecure.Infra.Network;

/// <summary>What a <see cref="FlowLog"/> needs.</summary>
public sealed record FlowLogArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>The network to watch.</summary>
    public required Input<string> NetworkId { get; init; }

    /// <summary>The storage account that keeps the flows.</summary>
    public required Input<string> ArchiveAccountId { get; init; }

    /// <summary>Resource id of the workspace that analyses them.</summary>
    public required Input<string> WorkspaceId { get; init; }

    /// <summary>The workspace's own id.</summary>
    public required Input<string> WorkspaceGuid { get; init; }
}
