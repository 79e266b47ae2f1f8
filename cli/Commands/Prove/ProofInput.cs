using System.CommandLine;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Commands.Prove;

/// <summary>Where a proof takes its resources from: a document or manifests, or the program with a stack.</summary>
internal sealed class ProofInput
{
    private readonly Argument<string?> input = new("INPUT") { Description = "A stack export, a preview document, a Kubernetes YAML or JSON file, a folder (one cluster), or '-'. Without it the program is run with --stack.", Arity = ArgumentArity.ZeroOrOne };
    private readonly ProgramOptions program = new();

    public void AddTo(Command command)
    {
        command.Arguments.Add(this.input);
        this.program.AddTo(command);
    }

    public async Task<Stack> ReadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(this.input) is { } name)
        {
            using var standardInput = Console.OpenStandardInput();
            var judged = InputReader.Read(name, standardInput);
            foreach (var note in judged.Notes)
            {
                Console.Error.WriteLine($"note: {note}");
            }

            return judged.Stack;
        }

        var (project, result) = await this.program.PreviewAsync(parsed, cancellation);
        foreach (var diagnostic in result.Diagnostics.Where(diagnostic => diagnostic.Severity == "error"))
        {
            Console.Error.WriteLine($"error: {diagnostic.Text}");
        }

        return result.Failed ? throw new InputException(this.program.Stack(parsed), "the program failed, so there is nothing to prove anything about")
            : new([.. result.Live.Select(step => step.State.ToResource())]) { Name = this.program.Stack(parsed), Project = project.Name, IsPreview = true };
    }
}
