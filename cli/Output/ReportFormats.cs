using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Output;

/// <summary>The forms of a report by name.</summary>
internal static class ReportFormats
{
    public static IReadOnlyList<string> Names { get; } = ["text", "json", "sarif", "junit", "markdown", "github", "html"];

    public static string Write(string format, Report report, bool colour) => format switch
    {
        "json" => JsonReport.Of(report),
        "sarif" => SarifReport.Of(report),
        "junit" => JunitReport.Of(report),
        "markdown" => MarkdownReport.Of(report),
        "html" => HtmlReport.Of(report),
        "github" => GithubReport.Of(report),
        _ => TextReport.Of(report, Paint.Style(colour)),
    };
}
