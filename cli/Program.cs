using System.CommandLine;
using LlmOpsSecure.Cli.Commands;
using LlmOpsSecure.Cli.Commands.Prove;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Cli.Readers;

var root = new RootCommand("Secure infrastructure for self-hosted language models: preview it, judge it, prove it.")
{
    PreviewCommand.Create(),
    UpCommand.Create(),
    DestroyCommand.Create(),
    CheckCommand.Create(),
    PoliciesCommand.Create(),
    ProveCommand.Create(),
    NewCommand.Create(),
};
if (root.Options.OfType<VersionOption>().FirstOrDefault() is { } version)
{
    version.Action = new VersionAction();
}

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine($"error: {error.Message}");
    }

    Console.Error.WriteLine("`llmops --help` shows what is allowed.");
    return ExitCode.Misuse;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
catch (InputException error)
{
    Console.Error.WriteLine($"error: {error.Message}");
    return ExitCode.Misuse;
}
catch (PackException error)
{
    Console.Error.WriteLine($"error: {error.Message}");
    return ExitCode.Misuse;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("error: interrupted");
    return ExitCode.Violations;
}
catch (Exception error)
{
    // The type tells a maintainer where to look; the message may hold what was judged.
    Console.Error.WriteLine($"internal error: {error.GetType().Name}. Please report it{(Environment.GetEnvironmentVariable("LLMOPS_DEBUG") is { Length: > 0 } ? $"\n{error}" : "; LLMOPS_DEBUG=1 shows more")}.");
    return ExitCode.Internal;
}
