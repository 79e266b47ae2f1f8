using Pulumi;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>What <see cref="SecurityAlerts"/> need.</summary>
public sealed record SecurityAlertsArgs
{
    /// <summary>Where they are made: the auditors' resource group.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Resource id of the workspace that is searched.</summary>
    public required Input<string> WorkspaceId { get; init; }

    /// <summary>Resource ids of the groups whose management events are watched.</summary>
    public required InputList<string> ResourceGroupIds { get; init; }
}
