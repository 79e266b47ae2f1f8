namespace LlmOpsSecure.Infra.Network;

/// <summary>What a <see cref="SpokeNetwork"/> needs.</summary>
public sealed record SpokeNetworkArgs
{
    /// <summary>Where it is made. Addresses and the way out come from its settings.</summary>
    public required PlatformScope Scope { get; init; }
}
