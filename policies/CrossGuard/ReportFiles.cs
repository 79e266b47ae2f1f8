using System.Diagnostics;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.CrossGuard;

/// <summary>
/// Writes what the pack reported to the files that the environment variable LLMOPS_REPORT or the stack's configuration <c>llmops:report</c> names
/// (<c>out.sarif,out.md</c>; the ending tells the form), because the engine's own JSON names no policy; and a short summary on the file that the CI
/// system shows with the job (GITHUB_STEP_SUMMARY). The engine kills a pack without a word, so what is said is on disk before the engine gets its answer.
/// </summary>
public sealed class ReportFiles : IDisposable
{
    /// <summary>The configuration key whose value names the files; LLMOPS_REPORT comes first.</summary>
    public const string ConfigurationKey = "llmops:report";

    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Dictionary<string, ReportFinding> findings = new(StringComparer.Ordinal);
    private readonly HashSet<string> resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> unwritable = new(StringComparer.Ordinal);
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private readonly Timer later;
    private readonly CiSummary? summary;
    private readonly TextWriter problems;
    private readonly string tool;
    private string[] files;
    private string name = "stack";
    private TimeSpan spent;
    private bool dirty;

    /// <summary>Writes to these files.</summary>
    /// <param name="pack">The pack that reports.</param>
    /// <param name="files">The paths, separated by commas; empty for none.</param>
    /// <param name="summaryFile">The CI system's summary; null if there is none.</param>
    /// <param name="problems">Is told of a file that cannot be written, once a file.</param>
    public ReportFiles(PolicyPack pack, string files, string? summaryFile, TextWriter problems)
    {
        this.tool = $"{pack.Name} {pack.Version}";
        this.files = Split(files);
        this.summary = string.IsNullOrEmpty(summaryFile) ? null : new(summaryFile);
        this.problems = problems;
        this.later = new(_ => this.WriteIfDirty(), null, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>The files that the environment names.</summary>
    public static ReportFiles FromEnvironment(PolicyPack pack, TextWriter problems) =>
        new(pack, Environment.GetEnvironmentVariable("LLMOPS_REPORT") ?? "", Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY"), problems);

    /// <summary>Starts the report of a stack: files that an earlier run left are replaced at once.</summary>
    public void Start(string stack, string configured)
    {
        lock (this.gate)
        {
            this.name = stack;
            this.files = this.files.Length > 0 ? this.files : Split(configured);
        }

        this.Write();
    }

    /// <summary>Takes what was said about one resource.</summary>
    public void Judged(string urn, IReadOnlyList<PolicyReport> reports)
    {
        if (!this.IsWanted)
        {
            return;
        }

        bool isNew;
        lock (this.gate)
        {
            this.dirty |= this.resources.Add(urn);
            isNew = this.Add(reports);
        }

        // Each writing is of the whole report; a stack with thousands of findings must not wait for thousands of them.
        if (isNew && this.spent < TimeSpan.FromSeconds(2) + (this.sinceStart.Elapsed / 10))
        {
            this.Write();
        }
        else
        {
            this.later.Change(Debounce, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Takes what was said about the whole stack, and writes.</summary>
    public void StackJudged(Stack stack, IReadOnlyList<PolicyReport> reports)
    {
        if (!this.IsWanted)
        {
            return;
        }

        lock (this.gate)
        {
            this.resources.UnionWith(stack.Resources.Select(resource => resource.Urn));
            this.Add(reports);
        }

        this.Write();
    }

    /// <summary>Writes all files, each beside its place and renamed.</summary>
    public void Write()
    {
        lock (this.gate)
        {
            var began = Stopwatch.GetTimestamp();
            this.dirty = false;
            var report = new Report(this.tool, [new ReportInput(this.name, "program", this.resources.Count, [.. this.findings.Values.OrderBy(finding => finding.Urn, StringComparer.Ordinal).ThenBy(finding => finding.Policy, StringComparer.Ordinal).ThenBy(finding => finding.Path, StringComparer.Ordinal)])]);
            foreach (var file in this.files)
            {
                this.Attempt(file, () =>
                {
                    var beside = $"{file}.{Environment.ProcessId}.tmp";
                    using (var stream = File.Create(beside))
                    {
                        Write(report, file, stream);
                    }

                    File.Move(beside, file, overwrite: true);
                });
            }

            if (this.summary is { } shown)
            {
                this.Attempt(shown.File, () => shown.Write(report));
            }

            this.spent += Stopwatch.GetElapsedTime(began);
        }
    }

    /// <summary>Writes what is not written yet, and ends.</summary>
    public void Dispose()
    {
        this.later.Dispose();
        this.WriteIfDirty();
    }

    private bool IsWanted => this.files.Length > 0 || this.summary is not null;

    private static string[] Split(string files) => files.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Write(Report report, string file, Stream stream)
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".sarif":
                SarifReport.Write(report, stream);
                break;
            case ".json":
                JsonReport.Write(report, stream);
                break;
            case ".xml":
                text.Write(JunitReport.Of(report));
                break;
            case ".html":
                text.Write(HtmlReport.Of(report));
                break;
            case ".md":
                MarkdownReport.Write(report, text);
                break;
            default:
                TextReport.Write(report, text, (_, plain) => plain);
                break;
        }
    }

    private bool Add(IReadOnlyList<PolicyReport> reports)
    {
        var isNew = false;
        foreach (var report in reports)
        {
            var finding = ReportFinding.Of(report);
            isNew |= this.findings.TryAdd($"{finding.Fingerprint}|{finding.Message}", finding);
        }

        this.dirty |= isNew;
        return isNew;
    }

    private void WriteIfDirty()
    {
        lock (this.gate)
        {
            if (this.dirty)
            {
                this.Write();
            }
        }
    }

    // A report that cannot be written must not stop a deployment; it is said where the engine shows it.
    private void Attempt(string file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (this.unwritable.Add(file))
            {
                this.problems.WriteLine($"The report {file} cannot be written: {error.Message}");
            }
        }
    }
}
