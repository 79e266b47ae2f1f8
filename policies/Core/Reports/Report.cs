namespace LlmOpsSecure.Policies.Reports;

/// <summary>What was judged, and what was found.</summary>
/// <param name="Tool">Name and version of the program that judged, and where its Pulumi API comes from.</param>
/// <param name="Inputs">The inputs in the order given.</param>
public sealed record Report(string Tool, IReadOnlyList<ReportInput> Inputs)
{
    /// <summary>All findings.</summary>
    public IEnumerable<ReportFinding> Findings => this.Inputs.SelectMany(input => input.Findings);

    /// <summary>Whether anything stops a deployment.</summary>
    public bool Blocks => this.Findings.Any(finding => finding.Blocks);

    /// <summary>How many findings have a result.</summary>
    public int Count(string result) => this.Findings.Count(finding => finding.Result == result);
}

/// <summary>One input and what was found in it.</summary>
/// <param name="Name">The path or stack as given.</param>
/// <param name="Kind"><c>state</c>, <c>preview</c>, <c>manifests</c> or <c>program</c>.</param>
/// <param name="Resources">How many resources it has.</param>
/// <param name="Findings">What was found.</param>
public sealed record ReportInput(string Name, string Kind, int Resources, IReadOnlyList<ReportFinding> Findings);
