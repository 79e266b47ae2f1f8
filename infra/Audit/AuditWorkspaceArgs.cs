namespace LlmOpsSecure.Infra.Audit;

/// <summary>What an <see cref="AuditWorkspace"/> needs.</summary>
public sealed record AuditWorkspaceArgs
{
    /// <summary>Where it is made: the auditors' resource group.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Makes its private endpoint.</summary>
    public required Network.PrivateAccess Access { get; init; }
}
