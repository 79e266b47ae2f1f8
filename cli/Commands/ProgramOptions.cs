using System.CommandLine;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>The options by which a command finds a program and its stack.</summary>
internal sealed class ProgramOptions
{
    private readonly Option<string> stack = new("--stack", "-s") { Description = "The stack.", DefaultValueFactory = _ => "dev" };
    private readonly Option<string> project = new("--project", "-C") { Description = "The folder of Pulumi.yaml.", DefaultValueFactory = _ => "." };
    private readonly Option<int> timeout = new("--timeout") { Description = "Seconds that the program may run.", DefaultValueFactory = _ => 1800 };

    private readonly Option<int?> parallel = new("--parallel", "-p") { Description = "How many resources the program may make at once." };
    private readonly Option<string[]> packs = new("--policy-pack") { Description = $"A policy pack in place of the kit's own: a folder with PulumiPolicy.yaml, or an executable. May be given several times; '{Kit}' names the kit's own pack." };

    /// <summary>The name by which <c>--policy-pack</c> knows the kit's own pack.</summary>
    private const string Kit = "kit";

    public void AddTo(Command command)
    {
        this.parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 10_000)
            {
                result.AddError("--parallel must be 1 to 10000.");
            }
        });
        this.timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 86_400)
            {
                result.AddError("--timeout must be 1 to 86400 seconds.");
            }
        });
        this.stack.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= 100 } name || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
            {
                result.AddError("--stack must be a name of letters, digits, '-', '_' and '.'.");
            }
        });
        command.Options.Add(this.stack);
        command.Options.Add(this.project);
        command.Options.Add(this.timeout);
        command.Options.Add(this.parallel);
    }

    /// <summary>Adds the choice of policy packs, where the program is judged.</summary>
    public void AddPacksTo(Command command) => command.Options.Add(this.packs);

    public string Stack(ParseResult parsed) => parsed.GetValue(this.stack)!;

    public string DefaultState(ParseResult parsed) => Path.Combine(parsed.GetValue(this.project)!, ".llmops", $"{this.Stack(parsed)}.json");

    /// <summary>Runs the program under the packs that the options pick.</summary>
    public async Task<OperationResult> RunAsync(ParseResult parsed, bool isPreview, StateDocument? against, ReportOptions report, CancellationToken cancellation)
    {
        var (kit, choices) = this.Packs(parsed, report);
        var (_, result) = await this.RunAsync(parsed, isPreview, against, kit, choices, cancellation);
        return result;
    }

    /// <summary>Previews the program under no pack.</summary>
    public Task<(ProjectFile Project, OperationResult Result)> PreviewAsync(ParseResult parsed, CancellationToken cancellation) => this.RunAsync(parsed, isPreview: true, null, null, [], cancellation);

    private async Task<(ProjectFile Project, OperationResult Result)> RunAsync(ParseResult parsed, bool isPreview, StateDocument? against, PolicySession? kit, IReadOnlyList<PackChoice> choices, CancellationToken cancellation)
    {
        var read = ProjectFile.Read(parsed.GetValue(this.project)!, this.Stack(parsed));
        using var progress = new Output.Progress();
        var request = new OperationRequest { IsPreview = isPreview, Stack = this.Stack(parsed), Against = against, Timeout = TimeSpan.FromSeconds(parsed.GetValue(this.timeout)) };
        request = parsed.GetValue(this.parallel) is { } most ? request with { Parallel = most } : request;
        return (read, await EmbeddedEngine.RunAsync(read, request, kit, choices, progress, cancellation));
    }

    // One configuration file a pack, in the order of the packs, as the Pulumi CLI takes them.
    private (PolicySession? Kit, IReadOnlyList<PackChoice> Others) Packs(ParseResult parsed, ReportOptions report)
    {
        var (paths, files) = (parsed.GetValue(this.packs) is { Length: > 0 } given ? given : [Kit], report.PolicyConfigurations(parsed));
        if (files.Count > 0 && files.Count != paths.Length)
        {
            throw new InputException("--policy-config", $"it must be given once for each policy pack, but there are {files.Count} for {paths.Length}");
        }

        PolicySession? kit = null;
        var others = new List<PackChoice>();
        foreach (var (path, index) in paths.Select((path, index) => (path, index)))
        {
            var file = files.Count > 0 ? files[index] : null;
            if (path != Kit)
            {
                others.Add(new(path, file));
            }
            else
            {
                kit = kit is null ? Start(report.Pack(parsed), file) : throw new InputException("--policy-pack", $"'{Kit}' may be given once");
            }
        }

        return (kit, others);
    }

    private static PolicySession Start(PolicyPack pack, string? file)
    {
        try
        {
            return pack.Start(PolicySettingsReader.Read(file));
        }
        catch (PolicySettingsException error)
        {
            throw new InputException("policy configuration", error.Message);
        }
    }
}
