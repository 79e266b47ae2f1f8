namespace LlmOpsSecure.Policies.Proofs.Sets;

/// <summary>Kleene's three truth values: <see cref="Maybe"/> where it depends on a value that is not known before deployment. Ordered, so that "and" is the minimum and "or" the maximum.</summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It is not known whether it holds.</summary>
    Maybe,

    /// <summary>It holds.</summary>
    Yes,
}
