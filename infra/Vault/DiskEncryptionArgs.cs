namespace LlmOpsSecure.Infra.Vault;

/// <summary>What <see cref="DiskEncryption"/> needs.</summary>
public sealed record DiskEncryptionArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>The vault that holds the key.</summary>
    public required EncryptionVault Vault { get; init; }
}
