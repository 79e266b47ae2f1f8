using Pulumi;

namespace LlmOpsSecure.Infra.Identity;

/// <summary>What a <see cref="WorkloadIdentity"/> needs.</summary>
public sealed record WorkloadIdentityArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>Issuer of the cluster's service account tokens.</summary>
    public required Input<string> Issuer { get; init; }

    /// <summary>The one service account that may use it.</summary>
    public required ServiceAccountName Account { get; init; }

    /// <summary>What it may do, each at one resource.</summary>
    public required IReadOnlyList<RoleGrant> Grants { get; init; }
}
