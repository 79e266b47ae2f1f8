using System.CommandLine;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Reports;

namespace LlmOpsSecure.Cli.Commands;

/// <summary><c>llmops check</c>: judges states, previews and manifests without running a program.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "A stack export, a preview document, an event log, a Kubernetes YAML or JSON file, a folder of manifests, or '-' for standard input.", Arity = ArgumentArity.OneOrMore };
        var options = new ReportOptions();
        var command = new Command("check", "Judge stack exports, preview documents and Kubernetes manifests.") { inputs };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (pack, settings) = (options.Pack(parsed), options.Settings(parsed));
            using var standardInput = Console.OpenStandardInput();
            using var standardOutput = Console.OpenStandardOutput();
            var judged = new List<ReportInput>();
            foreach (var name in parsed.GetValue(inputs)!)
            {
                var input = InputReader.Read(name, standardInput);
                foreach (var note in input.Notes)
                {
                    Console.Error.WriteLine($"note: {note}");
                }

                judged.Add(Judge.Of(input, pack, settings));
            }

            return options.Write(parsed, options.Judged(parsed, judged), standardOutput);
        });
        return command;
    }
}
