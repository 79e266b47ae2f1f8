using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>A finding as every report form shows it.</summary>
public sealed record ReportFinding
{
    /// <summary>Id of the policy; <c>provider</c> for what the provider itself refuses.</summary>
    public required string Policy { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether it stops the deployment.</summary>
    public required bool Mandatory { get; init; }

    /// <summary><c>violation</c>, <c>undetermined</c>, <c>error</c>, <c>refused</c>, <c>exempted</c> or <c>exemption</c> (something wrong with one).</summary>
    public required string Result { get; init; }

    /// <summary>URN of the resource; empty for the stack as a whole.</summary>
    public required string Urn { get; init; }

    /// <summary>Type token of the resource.</summary>
    public required string Type { get; init; }

    /// <summary>What is expected and what was found; never a secret value.</summary>
    public required string Message { get; init; }

    /// <summary>Property path; empty for the resource as a whole.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where the resource is written; null if the source does not tell.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The policy's description; null for what is no policy of this kit.</summary>
    public PolicyInfo? Info { get; init; }

    /// <summary>The exemption that accepts it; null if none does.</summary>
    public Exemption? Exemption { get; init; }

    /// <summary>Whether a baseline knows it, so that it stops nothing.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether it stops the deployment: mandatory, in no baseline, and a violation, an error or a refusal.</summary>
    public bool Blocks => this.Mandatory && !this.IsKnown && this.Result is ("violation" or "error" or "refused");

    /// <summary>A text that stays the same while the finding does, wherever its resource moves in a file.</summary>
    public string Fingerprint => $"{this.Policy}|{this.Urn}|{this.Path}|{this.Result}";

    /// <summary>The name of the resource, from its URN.</summary>
    public string ResourceName => this.Urn.LastIndexOf("::", StringComparison.Ordinal) is >= 0 and var at ? this.Urn[(at + 2)..] : this.Urn;

    /// <summary>The finding that a session reported.</summary>
    public static ReportFinding Of(PolicyReport report) => new()
    {
        Policy = report.Policy.Id,
        Severity = report.Policy.Severity,
        Mandatory = report.Enforcement == Enforcement.Mandatory,
        Result = report.Result switch
        {
            PolicyResult.Violation => "violation",
            PolicyResult.Undetermined => "undetermined",
            PolicyResult.Error => "error",
            PolicyResult.Exempted => "exempted",
            _ => "exemption",
        },
        Urn = report.Urn,
        Type = report.Type,
        Message = report.Message,
        Path = report.Path,
        Source = report.Source,
        Info = report.Policy,
        Exemption = report.Exemption,
    };
}
