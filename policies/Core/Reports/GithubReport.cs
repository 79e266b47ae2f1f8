using System.Text;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>Workflow commands of GitHub Actions: annotations at the lines that the sources tell.</summary>
public static class GithubReport
{
    /// <summary>The whole report, one command a line.</summary>
    public static string Of(Report report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append(finding.Blocks ? "::error" : finding.Result == "violation" ? "::warning" : "::notice").Append(" title=").Append(Property(finding.Policy));
            if (finding.Source is { } source)
            {
                text.Append(",file=").Append(Property(source.File)).Append(",line=").Append(source.Line);
            }

            text.Append("::").Append(Message(finding.Urn.Length == 0 ? finding.Message : $"{finding.ResourceName}: {finding.Message}")).Append('\n');
        }

        return text.ToString();
    }

    private static string Message(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
