using System.Globalization;
using System.Text;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>Plain text for people: findings under their resource, then a summary and the verdict. Colours are added by whoever owns a terminal.</summary>
public static class TextReport
{
    /// <summary>The whole report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="style">Paints a text by what it is: <c>error</c>, <c>warning</c>, <c>note</c>, <c>strong</c> or <c>good</c>.</param>
    public static string Of(Report report, Func<string, string, string> style)
    {
        var text = new StringBuilder();
        foreach (var input in report.Inputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{style("strong", input.Name)} ({input.Kind}, {input.Resources} resources)\n");
            AppendFindings(text, input.Findings, style);
            text.Append(CultureInfo.InvariantCulture, $"  {MarkdownReport.Counts(input.Findings)}\n\n");
        }

        return text.Append(Verdict(report, style)).ToString();
    }

    /// <summary>The findings, grouped by resource.</summary>
    public static void AppendFindings(StringBuilder text, IEnumerable<ReportFinding> findings, Func<string, string, string> style, string indent = "  ")
    {
        foreach (var group in findings.GroupBy(finding => finding.Urn))
        {
            if (group.Key.Length > 0)
            {
                var first = group.First();
                text.Append(CultureInfo.InvariantCulture, $"{indent}{style("strong", first.ResourceName)} {first.Type}{(first.Source is { } source ? $" {source.File}:{source.Line}" : "")}\n");
            }

            foreach (var finding in group)
            {
                AppendFinding(text, finding, style, indent + (group.Key.Length > 0 ? "  " : ""));
            }
        }
    }

    /// <summary>One finding with its fix.</summary>
    public static void AppendFinding(StringBuilder text, ReportFinding finding, Func<string, string, string> style, string indent)
    {
        var (mark, paint) = finding.Blocks ? ("✗", "error") : finding.Result == "violation" ? ("!", "warning") : ("·", "note");
        text.Append(CultureInfo.InvariantCulture, $"{indent}{style(paint, $"{mark} {finding.Severity.ToString().ToLowerInvariant()} {finding.Policy}")}: {finding.Message}{(finding.Result is "violation" or "undetermined" ? "" : $" ({finding.Result})")}\n");
        if (finding is { Result: "violation", Info: { } info })
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}  {info.Why} Fix: {info.Remediation}\n");
        }

        if (finding is { Result: "exempted", Exemption: { } exemption })
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}  exempted: {exemption.Reason} (until {exemption.Expires:yyyy-MM-dd})\n");
        }
    }

    /// <summary>How many findings there are of each sort, in words.</summary>
    public static string Counts(IReadOnlyCollection<ReportFinding> findings) => MarkdownReport.Counts(findings);

    /// <summary>The verdict in one line.</summary>
    public static string Verdict(Report report, Func<string, string, string> style) => report.Blocks
        ? style("error", $"Rejected: {MarkdownReport.Counts([.. report.Findings])}.") + "\n"
        : style("good", $"Accepted: {MarkdownReport.Counts([.. report.Findings])}.") + "\n";
}
