using LlmOpsSecure.Infra.Network;
using LlmOpsSecure.Infra.Vault;

namespace LlmOpsSecure.Infra.Decisions;

/// <summary>What a <see cref="DecisionLedger"/> needs.</summary>
public sealed record DecisionLedgerArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Makes its private endpoints.</summary>
    public required PrivateAccess Access { get; init; }

    /// <summary>The vault that holds its keys.</summary>
    public required EncryptionVault Vault { get; init; }
}
