using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.CrossGuard;

/// <summary>Writes what the pack reported to the files that LLMOPS_REPORT names (<c>out.sarif,out.md</c>; the ending tells the form), because the engine's own JSON names no policy.</summary>
internal sealed class ReportFiles
{
    private readonly Lock gate = new();
    private readonly List<ReportFinding> findings = [];
    private readonly HashSet<string> resources = new(StringComparer.Ordinal);
    private readonly string[] files;
    private readonly string tool;

    private ReportFiles(string[] files, PolicyPack pack)
    {
        this.files = files;
        this.tool = $"{pack.Name} {pack.Version}";
    }

    public static ReportFiles? FromEnvironment(PolicyPack pack) =>
        Environment.GetEnvironmentVariable("LLMOPS_REPORT")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } files ? new(files, pack) : null;

    /// <summary>Takes a report and writes all files anew, so that they are complete whenever the engine stops asking.</summary>
    public void Add(PolicyReport report)
    {
        lock (this.gate)
        {
            var finding = ReportFinding.Of(report);
            if (this.findings.Any(known => known.Fingerprint == finding.Fingerprint))
            {
                return;
            }

            this.resources.Add(finding.Urn);
            this.findings.Add(finding);
        }

        this.Write();
    }

    /// <summary>Writes all files, each beside its place and renamed.</summary>
    public void Write()
    {
        lock (this.gate)
        {
            var report = new Report(this.tool, [new ReportInput("stack", "program", this.resources.Count, [.. this.findings.OrderBy(finding => finding.Urn, StringComparer.Ordinal).ThenBy(finding => finding.Policy, StringComparer.Ordinal)])]);
            foreach (var file in this.files)
            {
                var text = Path.GetExtension(file).ToLowerInvariant() switch
                {
                    ".sarif" => SarifReport.Of(report),
                    ".xml" => JunitReport.Of(report),
                    ".md" => MarkdownReport.Of(report),
                    ".json" => JsonReport.Of(report),
                    _ => TextReport.Of(report, (_, plain) => plain),
                };
                var beside = $"{file}.{Environment.ProcessId}.tmp";
                File.WriteAllText(beside, text);
                File.Move(beside, file, overwrite: true);
            }
        }
    }
}
