using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Admission;

/// <summary>What <see cref="AdmissionPolicies"/> need.</summary>
public sealed record AdmissionPoliciesArgs
{
    /// <summary>The stack.</summary>
    public required WorkloadScope Scope { get; init; }
}
