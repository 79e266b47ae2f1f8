using Pulumi;

namespace LlmOpsSecure.Infra.Budget;

/// <summary>What a <see cref="ResourceGroupBudget"/> needs.</summary>
public sealed record ResourceGroupBudgetArgs
{
    /// <summary>Where it is made.</summary>
    public required PlatformScope Scope { get; init; }

    /// <summary>The group whose cost counts.</summary>
    public required Input<string> ResourceGroupId { get; init; }
}
