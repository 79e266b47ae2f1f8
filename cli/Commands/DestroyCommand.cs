using System.CommandLine;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Commands;

/// <summary><c>llmops destroy</c>: empties a simulated state.</summary>
internal static class DestroyCommand
{
    public static Command Create()
    {
        var stateFile = new Option<string?>("--state") { Description = "The state file; .llmops/<stack>.json by default." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var program = new ProgramOptions();
        var command = new Command("destroy", "Empty a simulated state: no cloud is touched.") { stateFile, yes };
        program.AddTo(command);
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(stateFile) ?? program.DefaultState(parsed);
            var state = StateDocument.Read(file, mayBeMissing: true) ?? throw new InputException(file, "there is no state; `llmops up` makes one");
            var guarded = state.Resources.Where(resource => resource.Protect).ToList();
            if (guarded.Count > 0)
            {
                foreach (var resource in guarded)
                {
                    Console.Error.WriteLine($"error: {resource.Urn} is protected and cannot be deleted; remove the protect option and run `llmops up` first");
                }

                return ExitCode.Violations;
            }

            if (!parsed.GetValue(yes))
            {
                if (Console.IsInputRedirected)
                {
                    throw new InputException("destroy", "it must be confirmed with --yes where nobody can be asked");
                }

                Console.Out.Write($"Delete {state.Resources.Count} simulated resources? (yes/no) ");
                if (Console.ReadLine()?.Trim().ToLowerInvariant() is not ("yes" or "y"))
                {
                    return ExitCode.Clean;
                }
            }

            (state with { Resources = [] }).Write(file);
            foreach (var resource in state.Resources.Reverse())
            {
                Console.Out.WriteLine($"- {resource.Type} {resource.Name}");
            }

            Console.Out.WriteLine($"{state.Resources.Count} simulated resources deleted.");
            return ExitCode.Clean;
        });
        return command;
    }
}
