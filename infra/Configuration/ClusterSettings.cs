namespace LlmOpsSecure.Infra.Configuration;

/// <summary>The cluster and its pools that hold no GPU.</summary>
public sealed record ClusterSettings
{
    /// <summary>Minor version, such as <c>1.35</c>; patches come by themselves.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>Availability zones of all pools; empty where the region has none.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>VM size of the system pool.</summary>
    public required string SystemSku { get; init; }

    /// <summary>Least nodes of the system pool.</summary>
    public required int SystemNodes { get; init; }

    /// <summary>VM size of the sandbox pool: D or E series, generation 2 with nested virtualisation.</summary>
    public required string SandboxSku { get; init; }

    /// <summary>Most nodes of the sandbox pool.</summary>
    public required int SandboxNodes { get; init; }
}
