namespace LlmOpsSecure.Policies.Model;

/// <summary>What a report says.</summary>
public enum PolicyResult
{
    /// <summary>The resource breaks the policy.</summary>
    Violation,

    /// <summary>It depends on a value that is not known before deployment.</summary>
    Undetermined,

    /// <summary>The policy failed; its answer is missing, which is never a pass.</summary>
    Error,

    /// <summary>The resource breaks the policy and an exemption accepts it.</summary>
    Exempted,

    /// <summary>An exemption that has expired, is not used, or cannot be read.</summary>
    ExemptionProblem,
}
