using System.Globalization;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>Workflow commands of GitHub Actions: annotations at the lines that the sources tell.</summary>
public static class GithubReport
{
    /// <summary>Writes the whole report, one command a line.</summary>
    public static void Write(Report report, TextWriter text)
    {
        foreach (var finding in report.Findings)
        {
            var place = finding.Source is { } source ? string.Create(CultureInfo.InvariantCulture, $",file={Property(source.File)},line={source.Line}") : "";
            var message = Message(finding.Urn.Length == 0 ? finding.Message : $"{finding.ResourceName}: {finding.Message}");
            text.Write($"{(finding.Blocks ? "::error" : finding.Result == "violation" && !finding.IsKnown ? "::warning" : "::notice")} title={Property(finding.Policy)}{place}::{message}\n");
        }
    }

    private static string Message(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
