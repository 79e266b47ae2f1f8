using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Output;

/// <summary>The forms of a report by name.</summary>
internal static class ReportFormats
{
    public static IReadOnlyList<string> Names { get; } = ["text", "json", "sarif", "junit", "markdown", "github", "html"];

    /// <summary>Writes the report as UTF-8.</summary>
    public static void Write(string format, Report report, bool colour, Stream stream)
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        switch (format)
        {
            case "json":
                JsonReport.Write(report, stream);
                break;
            case "sarif":
                SarifReport.Write(report, stream);
                break;
            case "junit":
                text.Write(JunitReport.Of(report));
                break;
            case "markdown":
                MarkdownReport.Write(report, text);
                break;
            case "html":
                text.Write(HtmlReport.Of(report));
                break;
            case "github":
                GithubReport.Write(report, text);
                break;
            default:
                TextReport.Write(report, text, Paint.Style(colour));
                break;
        }
    }
}
