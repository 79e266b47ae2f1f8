using System.Globalization;
using System.Text;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.CrossGuard;

/// <summary>A short section on the file that a CI system shows with the job. What others wrote there stays; the section is replaced as the run goes on.</summary>
internal sealed class CiSummary(string file)
{
    private const int MaxShown = 20;

    private readonly string start = $"<!-- llmops-policies {Environment.ProcessId}-{Guid.NewGuid():N} -->\n";
    private readonly string end = "<!-- /llmops-policies -->\n";

    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Writes the section, at the end of the file or where it was before.</summary>
    public void Write(Report report)
    {
        var text = System.IO.File.Exists(this.File) ? System.IO.File.ReadAllText(this.File) : "";
        var section = this.start + Section(report) + this.end;
        var from = text.IndexOf(this.start, StringComparison.Ordinal);
        if (from < 0)
        {
            System.IO.File.AppendAllText(this.File, (text.Length == 0 || text.EndsWith('\n') ? "" : "\n") + section);
            return;
        }

        var to = text.IndexOf(this.end, from, StringComparison.Ordinal);
        System.IO.File.WriteAllText(this.File, text[..from] + section + (to < 0 ? "" : text[(to + this.end.Length)..]));
    }

    private static string Section(Report report)
    {
        var input = report.Inputs[0];
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"### {report.Tool}: {(report.Blocks ? "rejected" : "accepted")} {MarkdownReport.Escape(input.Name)}\n\n{input.Resources} resources, {TextReport.Counts(input.Findings)}.\n\n"));
        var blocking = input.Findings.Where(finding => finding.Blocks).ToList();
        foreach (var finding in blocking.Take(MaxShown))
        {
            text.Append(CultureInfo.InvariantCulture, $"- ❌ `{finding.Policy}` {MarkdownReport.Escape(finding.ResourceName)}: {MarkdownReport.Escape(finding.Message)}\n");
        }

        if (blocking.Count > MaxShown)
        {
            text.Append(CultureInfo.InvariantCulture, $"- and {blocking.Count - MaxShown} more\n");
        }

        return text.Append('\n').ToString();
    }
}
