using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Sandbox;

/// <summary>What the parts of a sandbox class need.</summary>
public sealed record ToolSandboxArgs
{
    /// <summary>The stack.</summary>
    public required WorkloadScope Scope { get; init; }

    /// <summary>The class.</summary>
    public required SandboxSettings Sandbox { get; init; }

    /// <summary>The authority of its guard's certificate.</summary>
    public required CertificateAuthority Authority { get; init; }
}
