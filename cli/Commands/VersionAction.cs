using System.CommandLine;
using System.CommandLine.Invocation;

namespace LlmOpsSecure.Cli.Commands;

/// <summary>Prints the version, and where the Pulumi API of the build comes from.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine(About.Tool);
        return ExitCode.Clean;
    }
}
