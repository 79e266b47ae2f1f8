using System.CommandLine;
using System.Text.Json;
using LlmOpsSecure.Cli.Output;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>The options by which a command reports, and what they do.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string[]> format = new("--format", "-f") { Description = $"How to report: {string.Join(", ", ReportFormats.Names)}. May be given several times, each with an --output of its own.", AllowMultipleArgumentsPerToken = false };
    private readonly Option<string[]> output = new("--output", "-o") { Description = "The file to write a report to; standard output if absent or '-'. The first --output belongs to the first --format, and so on." };
    private readonly Option<string> failOn = new("--fail-on") { Description = "What makes the exit code 1: mandatory (default), advisory (any violation), undetermined, or never.", DefaultValueFactory = _ => "mandatory" };
    private readonly Option<string?> baseline = new("--baseline") { Description = "A file of known findings: only what is new makes the exit code 1." };
    private readonly Option<bool> writeBaseline = new("--write-baseline") { Description = "Writes all findings to the --baseline file, as known from now on." };
    private readonly Option<string[]> policyConfig = new("--policy-config", "--policy-pack-config") { Description = "A JSON file: enforcement and parameters by policy, and exemptions. Once for each policy pack, in their order." };
    private readonly Option<string[]> framework = new("--framework") { Description = "Only policies that serve a control of this framework." };
    private readonly Option<string[]> threat = new("--threat") { Description = "Only policies that answer this threat." };
    private readonly Option<string?> severity = new("--severity") { Description = "Only policies of at least this severity: low, medium, high, critical." };
    private readonly Option<string[]> policy = new("--policy") { Description = "Only this policy." };
    private readonly Option<bool> json = new("--json") { Description = "The same as --format json." };

    public void AddTo(Command command)
    {
        this.format.Validators.Add(result =>
        {
            foreach (var name in result.Tokens.Select(token => token.Value).Where(name => !ReportFormats.Names.Contains(name)))
            {
                result.AddError($"--format must be one of {string.Join(", ", ReportFormats.Names)}, but is '{name}'.");
            }
        });
        this.failOn.AcceptOnlyFromAmong("mandatory", "advisory", "undetermined", "never");
        this.severity.AcceptOnlyFromAmong("low", "medium", "high", "critical");
        this.threat.AcceptOnlyFromAmong([.. Enum.GetNames<Threat>()]);
        foreach (var option in new Option[] { this.format, this.output, this.json, this.failOn, this.baseline, this.writeBaseline, this.policyConfig, this.framework, this.threat, this.severity, this.policy })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The configuration files, in the order given.</summary>
    public IReadOnlyList<string> PolicyConfigurations(ParseResult parsed) => parsed.GetValue(this.policyConfig) ?? [];

    /// <summary>The settings of the kit's own pack, where no other may be picked.</summary>
    public PolicySettings Settings(ParseResult parsed) => this.PolicyConfigurations(parsed) is { Count: <= 1 } files ? PolicySettingsReader.Read(files.Count == 0 ? null : files[0])
        : throw new InputException("--policy-config", "it may be given once here");

    /// <summary>The policies that the options pick.</summary>
    public PolicyPack Pack(ParseResult parsed)
    {
        var pack = PolicyPack.Kit;
        foreach (var id in parsed.GetValue(this.policy) ?? [])
        {
            if (pack.Find(id) is null)
            {
                throw new InputException("--policy", $"there is no policy '{id}'; `llmops policies list` shows them all");
            }
        }

        var (frameworks, threats, ids) = (parsed.GetValue(this.framework) ?? [], parsed.GetValue(this.threat) ?? [], parsed.GetValue(this.policy) ?? []);
        var known = pack.Policies.SelectMany(one => one.Info.Controls).Select(control => control.Framework).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        foreach (var name in frameworks.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            throw new InputException("--framework", $"it must be one of {string.Join(", ", known)}, but is '{name}'");
        }

        var least = parsed.GetValue(this.severity) is { } text ? Enum.Parse<Severity>(text, ignoreCase: true) : Severity.Low;
        return pack.Where(info => info.Severity >= least
            && (frameworks.Length == 0 || info.Controls.Any(control => frameworks.Contains(control.Framework, StringComparer.OrdinalIgnoreCase)))
            && (threats.Length == 0 || info.Threats.Any(one => threats.Contains(one.ToString())))
            && (ids.Length == 0 || ids.Contains(info.Id) || info.FormerIds.Any(ids.Contains)));
    }

    /// <summary>The report on what was judged, with the findings that the baseline knows marked: all of them where it is written.</summary>
    public Report Judged(ParseResult parsed, IReadOnlyList<ReportInput> inputs)
    {
        var report = new Report(About.Tool, inputs);
        var file = parsed.GetValue(this.baseline);
        if (parsed.GetValue(this.writeBaseline))
        {
            AtomicFile.Write(file ?? throw new InputException("--write-baseline", "it needs --baseline FILE to write to"), JsonSerializer.Serialize(report.Findings.Select(finding => finding.Fingerprint).Distinct().Order(StringComparer.Ordinal), CliJson.Indented.IEnumerableString) + "\n");
        }
        else if (file is null)
        {
            return report;
        }

        var known = ReadBaseline(file);
        report = report with { Inputs = [.. inputs.Select(input => input with { Findings = [.. input.Findings.Select(finding => known.Contains(finding.Fingerprint) ? finding with { IsKnown = true } : finding)] })] };
        var old = report.Findings.Count(finding => finding.IsKnown);
        Console.Error.WriteLine($"{file}: {old} of the findings are known, {report.Findings.Count() - old} are new.");
        return report;
    }

    /// <summary>Whether a machine reads standard output, so that nothing else may be written there.</summary>
    public bool IsMachineReadable(ParseResult parsed) => this.Formats(parsed) is [not "text", ..];

    /// <summary>Writes the report to every file asked for, where standard output has been written already; the exit code.</summary>
    public int WriteFiles(ParseResult parsed, Report report) => parsed.GetValue(this.output) is { Length: > 0 } ? this.Write(parsed, report, Stream.Null) : this.Verdict(parsed, report);

    /// <summary>Writes the report in every form asked for; the exit code.</summary>
    public int Write(ParseResult parsed, Report report, Stream standardOutput)
    {
        var outputs = parsed.GetValue(this.output) ?? [];
        var formats = this.Formats(parsed);
        for (var i = 0; i < formats.Count; i++)
        {
            var toTerminal = i >= outputs.Length || outputs[i] == "-";
            var form = formats[i];
            if (toTerminal)
            {
                ReportFormats.Write(form, report, Paint.Wanted, standardOutput);
            }
            else
            {
                AtomicFile.Write(outputs[i], file => ReportFormats.Write(form, report, colour: false, file));
            }
        }

        return this.Verdict(parsed, report);
    }

    private List<string> Formats(ParseResult parsed) => parsed.GetValue(this.json) ? ["json"] : parsed.GetValue(this.format) is { Length: > 0 } given ? [.. given] : ["text"];

    private int Verdict(ParseResult parsed, Report report)
    {
        var fails = parsed.GetValue(this.failOn);
        return report.Findings.Any(finding => !finding.IsKnown && fails switch
        {
            "never" => false,
            "advisory" => finding.Blocks || finding.Result == "violation",
            "undetermined" => finding.Blocks || finding.Result is "violation" or "undetermined",
            _ => finding.Blocks,
        }) ? ExitCode.Violations : ExitCode.Clean;
    }

    private static HashSet<string> ReadBaseline(string file) => InputFile.ReadJson(file) is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
        ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
        : throw new InputException(file, "a baseline must be a JSON list of texts, as --write-baseline writes it");
}
