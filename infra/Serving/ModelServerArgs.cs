using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Serving;

/// <summary>What a <see cref="ModelServer"/> needs.</summary>
public sealed record ModelServerArgs
{
    /// <summary>The stack.</summary>
    public required WorkloadScope Scope { get; init; }

    /// <summary>The model.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>The namespace, which exists.</summary>
    public required string Namespace { get; init; }

    /// <summary>The tenants that it answers.</summary>
    public required IReadOnlyList<TenantSettings> Tenants { get; init; }

    /// <summary>The authority of its guard's certificate and of its callers' certificates.</summary>
    public required CertificateAuthority Authority { get; init; }
}
