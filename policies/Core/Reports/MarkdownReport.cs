using System.Globalization;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>Markdown for a pull request or a job summary.</summary>
public static class MarkdownReport
{
    /// <summary>Writes the whole report.</summary>
    public static void Write(Report report, TextWriter text)
    {
        text.Write(string.Create(CultureInfo.InvariantCulture, $"## LlmOpsSecure: {(report.Blocks ? "rejected" : "accepted")}\n\n"));
        foreach (var input in report.Inputs)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"### {Escape(input.Name)}\n\n{input.Resources} resources, {Counts(input.Findings)}.\n\n"));
            if (input.Findings.Count == 0)
            {
                continue;
            }

            text.Write("| | policy | resource | finding |\n|---|---|---|---|\n");
            foreach (var finding in input.Findings)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"| {(finding.Blocks ? "❌" : finding.Result == "violation" && !finding.IsKnown ? "⚠️" : "ℹ️")} | `{Escape(finding.Policy)}` | {Escape(finding.ResourceName)} | {Escape(finding.Message)} |\n"));
            }

            text.Write('\n');
        }
    }

    internal static string Counts(IReadOnlyCollection<ReportFinding> all)
    {
        var findings = all.Where(finding => !finding.IsKnown).ToList();
        var parts = new List<string>();
        void Add(int count, string one, string many)
        {
            if (count > 0)
            {
                parts.Add($"{count} {(count == 1 ? one : many)}");
            }
        }

        Add(findings.Count(finding => finding.Result == "refused"), "refused by the provider", "refused by the provider");
        Add(findings.Count(finding => finding.Result == "violation" && finding.Mandatory), "mandatory violation", "mandatory violations");
        Add(findings.Count(finding => finding.Result == "violation" && !finding.Mandatory), "advisory violation", "advisory violations");
        Add(findings.Count(finding => finding.Result == "error"), "policy error", "policy errors");
        Add(findings.Count(finding => finding.Result == "undetermined"), "undetermined", "undetermined");
        Add(findings.Count(finding => finding.Result == "exempted"), "exempted", "exempted");
        Add(findings.Count(finding => finding.Result == "exemption"), "exemption to look at", "exemptions to look at");
        Add(all.Count - findings.Count, "known", "known");
        return parts.Count == 0 ? "no findings" : string.Join(", ", parts);
    }

    /// <summary>The text as Markdown shows it in one line, within a table too.</summary>
    public static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
