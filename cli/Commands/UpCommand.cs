using System.CommandLine;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Output;

namespace LlmOpsSecure.Cli.Commands;

/// <summary><c>llmops up</c>: a simulated update, whose state the next run compares with.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var stateFile = new Option<string?>("--state") { Description = "The state file; .llmops/<stack>.json by default." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var program = new ProgramOptions();
        var report = new ReportOptions();
        var command = new Command("up", "Simulate an update: no cloud is touched.") { stateFile, yes };
        program.AddTo(command);
        program.AddPacksTo(command);
        report.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(stateFile) ?? program.DefaultState(parsed);
            var former = StateDocument.Read(file, mayBeMissing: true);
            if (!parsed.GetValue(yes) && !Console.IsInputRedirected && !Console.IsOutputRedirected)
            {
                var preview = await program.RunAsync(parsed, isPreview: true, former, report, cancellation);
                PreviewCommand.ThrowIfBroken(preview);
                var verdict = PreviewCommand.Finish(parsed, program, report, preview, "preview");
                if (verdict != ExitCode.Clean)
                {
                    return verdict;
                }

                Console.Out.Write("Simulate this update? (yes/no) ");
                if (Console.ReadLine()?.Trim().ToLowerInvariant() is not ("yes" or "y"))
                {
                    return ExitCode.Clean;
                }
            }

            var result = await program.RunAsync(parsed, isPreview: false, former, report, cancellation);
            result.State.Write(file);
            PreviewCommand.ThrowIfBroken(result);
            return PreviewCommand.Finish(parsed, program, report, result, "simulated update");
        });
        return command;
    }
}
