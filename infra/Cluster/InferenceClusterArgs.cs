using Pulumi;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>What an <see cref="InferenceCluster"/> needs.</summary>
public sealed record InferenceClusterArgs
{
    /// <summary>Where it is made. Sizes, versions and ranges come from its settings.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>The network whose subnets hold the nodes and the API server.</summary>
    public required Network.SpokeNetwork Network { get; init; }

    /// <summary>Resource id of the private zone that names the API server.</summary>
    public required Input<string> PrivateZoneId { get; init; }

    /// <summary>The vault that holds the key of etcd.</summary>
    public required Vault.EncryptionVault Vault { get; init; }

    /// <summary>Resource id of the disk encryption set.</summary>
    public required Input<string> DiskEncryptionSetId { get; init; }

    /// <summary>Resource id of the workspace that Defender and the agents write to.</summary>
    public required Input<string> WorkspaceId { get; init; }

    /// <summary>Resource id of the registry that nodes pull from.</summary>
    public required Input<string> RegistryId { get; init; }

    /// <summary>What has to exist before nodes can start: the firewall and its rules.</summary>
    public required IReadOnlyList<Resource> After { get; init; }
}
