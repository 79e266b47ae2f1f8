using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Gateway;

/// <summary>What the <see cref="GatewayRuntime"/> needs.</summary>
public sealed record GatewayRuntimeArgs
{
    /// <summary>The stack.</summary>
    public required WorkloadScope Scope { get; init; }

    /// <summary>The authority of the internal certificates.</summary>
    public required CertificateAuthority Authority { get; init; }
}
