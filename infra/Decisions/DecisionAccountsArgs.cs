using LlmOpsSecure.Infra.Workloads;

namespace LlmOpsSecure.Infra.Decisions;

/// <summary>What <see cref="DecisionAccounts"/> need.</summary>
public sealed record DecisionAccountsArgs
{
    /// <summary>The stack.</summary>
    public required WorkloadScope Scope { get; init; }
}
