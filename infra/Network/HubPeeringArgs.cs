using Pulumi;

namespace LlmOpsSecure.Infra.Network;

/// <summary>What a <see cref="HubPeering"/> needs.</summary>
public sealed record HubPeeringArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Resource id of the hub's network.</summary>
    public required Input<string> HubNetworkId { get; init; }
}
