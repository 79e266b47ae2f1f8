using LlmOpsSecure.Infra.Network;

namespace LlmOpsSecure.Infra.Vault;

/// <summary>What a vault needs.</summary>
public sealed record VaultArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Makes its private endpoint.</summary>
    public required PrivateAccess Access { get; init; }
}
