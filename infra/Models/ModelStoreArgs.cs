using LlmOpsSecure.Infra.Network;
using LlmOpsSecure.Infra.Vault;

namespace LlmOpsSecure.Infra.Models;

/// <summary>What a <see cref="ModelStore"/> needs.</summary>
public sealed record ModelStoreArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Makes its private endpoint.</summary>
    public required PrivateAccess Access { get; init; }

    /// <summary>The vault that holds its key.</summary>
    public required EncryptionVault Vault { get; init; }
}
