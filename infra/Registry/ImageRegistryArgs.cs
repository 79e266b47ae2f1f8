using LlmOpsSecure.Infra.Network;
using LlmOpsSecure.Infra.Vault;

namespace LlmOpsSecure.Infra.Registry;

/// <summary>What an <see cref="ImageRegistry"/> needs.</summary>
public sealed record ImageRegistryArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Makes its private endpoint.</summary>
    public required PrivateAccess Access { get; init; }

    /// <summary>The vault that holds its key.</summary>
    public required EncryptionVault Vault { get; init; }
}
