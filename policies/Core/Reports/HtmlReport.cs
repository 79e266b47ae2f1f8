using System.Globalization;
using System.Text;
using static LlmOpsSecure.Policies.Reports.HtmlPage;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>The findings as a page that opens offline.</summary>
public static class HtmlReport
{
    /// <summary>The whole report.</summary>
    public static string Of(Report report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<p><strong class=\"{(report.Blocks ? "bad\">Rejected" : "good\">Accepted")}</strong>: {Escape(MarkdownReport.Counts([.. report.Findings]))}. <span class=\"dim\">{Escape(report.Tool)}</span></p>\n");
        foreach (var input in report.Inputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(input.Name)}</h2>\n<p>{Escape(input.Kind)}, {input.Resources} resources, {Escape(MarkdownReport.Counts(input.Findings))}.</p>\n");
            if (input.Findings.Count > 0)
            {
                text.Append(Table($"Findings in {input.Name}", ["Result", "Policy", "Resource", "Finding"], input.Findings.Select(Row)));
            }
        }

        return HtmlPage.Of("LlmOpsSecure", text.ToString());
    }

    private static IEnumerable<string> Row(ReportFinding finding)
    {
        var paint = finding.Blocks ? "bad" : finding.Result == "violation" && !finding.IsKnown ? "warn" : "dim";
        yield return $"<span class=\"{paint}\">{Escape(finding.Severity.ToString().ToLowerInvariant())} {Escape(finding.Result)}{(finding.Blocks ? "" : finding.IsKnown ? ", known" : ", not blocking")}</span>";
        yield return $"<code>{Escape(finding.Policy)}</code>";
        yield return $"{Escape(finding.ResourceName)}<br><span class=\"dim\">{Escape(finding.Type)}{(finding.Source is { } source ? Escape($" {source.File}:{source.Line}") : "")}</span>";
        yield return Escape(finding.Message)
            + (finding.Info is { } info && finding.Result == "violation" ? $"<br><span class=\"dim\">{Escape(info.Why)}</span> <strong>Fix:</strong> {Escape(info.Remediation)}" : "")
            + (finding.Exemption is { } exemption ? $"<br><span class=\"dim\">{Escape($"exempted: {exemption.Reason} (until {exemption.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})")}</span>" : "");
    }
}
