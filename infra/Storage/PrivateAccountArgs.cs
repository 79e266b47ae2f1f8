using LlmOpsSecure.Infra.Network;
using LlmOpsSecure.Infra.Vault;

namespace LlmOpsSecure.Infra.Storage;

/// <summary>What a <see cref="PrivateAccount"/> needs.</summary>
public sealed record PrivateAccountArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Name of the account, which is global: 3 to 24 lower-case letters and digits.</summary>
    public required string AccountName { get; init; }

    /// <summary>Makes its private endpoint.</summary>
    public required PrivateAccess Access { get; init; }

    /// <summary>The vault that holds its key.</summary>
    public required EncryptionVault Vault { get; init; }

    /// <summary>The name of its key.</summary>
    public required string KeyName { get; init; }

    /// <summary>What passes the network rules: <c>None</c>, or <c>AzureServices</c> for an account that Azure itself writes logs to.</summary>
    public string Bypass { get; init; } = "None";
}
