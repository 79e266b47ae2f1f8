using System.CommandLine;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>The options by which a command finds a program and its stack.</summary>
internal sealed class ProgramOptions
{
    private readonly Option<string> stack = new("--stack", "-s") { Description = "The stack.", DefaultValueFactory = _ => "dev" };
    private readonly Option<string> project = new("--project", "-C") { Description = "The folder of Pulumi.yaml.", DefaultValueFactory = _ => "." };
    private readonly Option<int> timeout = new("--timeout") { Description = "Seconds that the program may run.", DefaultValueFactory = _ => 1800 };

    public void AddTo(Command command)
    {
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
    }

    public string Stack(ParseResult parsed) => parsed.GetValue(this.stack)!;

    public string DefaultState(ParseResult parsed) => Path.Combine(parsed.GetValue(this.project)!, ".llmops", $"{this.Stack(parsed)}.json");

    public async Task<(ProjectFile Project, OperationResult Result)> RunAsync(ParseResult parsed, bool isPreview, StateDocument? against, PolicyPack pack, PolicySettings settings, CancellationToken cancellation)
    {
        var read = ProjectFile.Read(parsed.GetValue(this.project)!, this.Stack(parsed));
        PolicySession session;
        try
        {
            session = pack.Start(settings);
        }
        catch (PolicySettingsException error)
        {
            throw new InputException("policy configuration", error.Message);
        }

        using var progress = new Output.Progress();
        var result = await EmbeddedEngine.RunAsync(read, new OperationRequest { IsPreview = isPreview, Stack = this.Stack(parsed), Against = against, Timeout = TimeSpan.FromSeconds(parsed.GetValue(this.timeout)) }, session, progress, cancellation);
        return (read, result);
    }
}
