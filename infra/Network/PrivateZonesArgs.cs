using Pulumi;

namespace LlmOpsSecure.Infra.Network;

/// <summary>What <see cref="PrivateZones"/> needs.</summary>
public sealed record PrivateZonesArgs
{
    /// <summary>Where they are made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>The network whose clients resolve through them.</summary>
    public required Input<string> NetworkId { get; init; }
}
