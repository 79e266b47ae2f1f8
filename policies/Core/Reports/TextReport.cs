using System.Globalization;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>Plain text for people: findings under their resource, then a summary and the verdict. Colours are added by whoever owns a terminal.</summary>
public static class TextReport
{
    /// <summary>Writes the whole report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="text">Takes it.</param>
    /// <param name="style">Paints a text by what it is: <c>error</c>, <c>warning</c>, <c>note</c>, <c>strong</c> or <c>good</c>.</param>
    public static void Write(Report report, TextWriter text, Func<string, string, string> style)
    {
        foreach (var input in report.Inputs)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{style("strong", input.Name)} ({input.Kind}, {input.Resources} resources)\n"));
            WriteFindings(text, input.Findings, style);
            text.Write(string.Create(CultureInfo.InvariantCulture, $"  {MarkdownReport.Counts(input.Findings)}\n\n"));
        }

        text.Write(Verdict(report, style));
    }

    /// <summary>The findings, grouped by resource.</summary>
    public static void WriteFindings(TextWriter text, IEnumerable<ReportFinding> findings, Func<string, string, string> style, string indent = "  ")
    {
        foreach (var group in findings.GroupBy(finding => finding.Urn))
        {
            if (group.Key.Length > 0)
            {
                var first = group.First();
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{indent}{style("strong", first.ResourceName)} {first.Type}{(first.Source is { } source ? $" {source.File}:{source.Line}" : "")}\n"));
            }

            foreach (var finding in group)
            {
                WriteFinding(text, finding, style, indent + (group.Key.Length > 0 ? "  " : ""));
            }
        }
    }

    /// <summary>One finding with its fix.</summary>
    public static void WriteFinding(TextWriter text, ReportFinding finding, Func<string, string, string> style, string indent)
    {
        var (mark, paint) = finding.Blocks ? ("✗", "error") : finding.Result == "violation" && !finding.IsKnown ? ("!", "warning") : ("·", "note");
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{indent}{style(paint, $"{mark} {finding.Severity.ToString().ToLowerInvariant()} {finding.Policy}")}: {finding.Message}{(finding.Result is "violation" or "undetermined" ? "" : $" ({finding.Result})")}{(finding.IsKnown ? " (known)" : "")}\n"));
        if (finding is { Result: "violation", IsKnown: false, Info: { } info })
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{indent}  {info.Why} Fix: {info.Remediation}\n"));
        }

        if (finding is { Result: "exempted", Exemption: { } exemption })
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{indent}  exempted: {exemption.Reason} (until {exemption.Expires:yyyy-MM-dd})\n"));
        }
    }

    /// <summary>How many findings there are of each sort, in words.</summary>
    public static string Counts(IReadOnlyCollection<ReportFinding> findings) => MarkdownReport.Counts(findings);

    /// <summary>The verdict in one line.</summary>
    public static string Verdict(Report report, Func<string, string, string> style) => report.Blocks
        ? style("error", $"Rejected: {MarkdownReport.Counts([.. report.Findings])}.") + "\n"
        : style("good", $"Accepted: {MarkdownReport.Counts([.. report.Findings])}.") + "\n";
}
