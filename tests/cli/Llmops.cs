using System.Diagnostics;
using LlmOpsSecure.Cli.Tests.Engine;

namespace LlmOpsSecure.Cli.Tests;

/// <summary>The command itself, as a process of its own.</summary>
internal static class Llmops
{
    /// <summary>Runs it; it must never show its inside.</summary>
    public static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend(Sandbox.Built("llmops")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        var said = await error + await output;
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", said, StringComparison.Ordinal);
        return (process.ExitCode, said);
    }
}
