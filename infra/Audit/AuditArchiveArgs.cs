using LlmOpsSecure.Infra.Network;
using LlmOpsSecure.Infra.Vault;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>What an <see cref="AuditArchive"/> needs.</summary>
public sealed record AuditArchiveArgs
{
    /// <summary>Where it is made: the auditors' resource group.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Makes its private endpoint.</summary>
    public required PrivateAccess Access { get; init; }

    /// <summary>The vault that holds its key.</summary>
    public required EncryptionVault Vault { get; init; }
}
