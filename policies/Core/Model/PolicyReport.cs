namespace LlmOpsSecure.Policies.Model;

/// <summary>What a session says about a resource: a finding, with the policy it comes from and what it does to the deployment.</summary>
public sealed record PolicyReport
{
    /// <summary>The policy.</summary>
    public required PolicyInfo Policy { get; init; }

    /// <summary>What is said.</summary>
    public required PolicyResult Result { get; init; }

    /// <summary>What it does: only <see cref="Model.Enforcement.Mandatory"/> stops the deployment.</summary>
    public required Enforcement Enforcement { get; init; }

    /// <summary>URN of the resource; empty where it is about the whole stack.</summary>
    public required string Urn { get; init; }

    /// <summary>Type token of the resource.</summary>
    public required string Type { get; init; }

    /// <summary>Property path; empty for the resource as a whole.</summary>
    public required string Path { get; init; }

    /// <summary>What is expected and what was found; never a secret value.</summary>
    public required string Message { get; init; }

    /// <summary>Where the resource is written, if the source tells.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The exemption that accepts it; null if none does.</summary>
    public Exemption? Exemption { get; init; }

    /// <summary>Whether it stops the deployment.</summary>
    public bool Blocks => this.Enforcement == Model.Enforcement.Mandatory && this.Result is (PolicyResult.Violation or PolicyResult.Error);
}
