using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Sdks.Tests.Programs;

/// <summary>A finished run of a program.</summary>
internal sealed partial record ProgramRun(int ExitCode, string Stdout, string Stderr, string Program, string Folder)
{
    // Variables that the SDK, or the packages' default values, read.
    private static readonly string[] LeftOut = ["PULUMI_", "ARM_", "AZURE_", "KUBECONFIG", "TRACEPARENT"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<ProgramRun> StartAsync(string program, string folder, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(key => Array.Exists(LeftOut, prefix => key.StartsWith(prefix, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (stdout, stderr) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timer = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new ProgramRun(-1, "", $"stopped after {Limit.TotalMinutes} minutes", program, folder);
        }

        return new ProgramRun(process.ExitCode, await stdout, await stderr, program, folder);
    }

    /// <summary>The text without what differs between machines: paths and stack traces.</summary>
    public string Plain(string text)
    {
        var plain = text.ReplaceLineEndings("\n").Replace(this.Program, "<program>", StringComparison.Ordinal).Replace(this.Folder, "<case>", StringComparison.Ordinal);
        return string.Join('\n', plain.Split('\n').Where(line => !StackTraceLine().IsMatch(line))).TrimEnd();
    }

    [GeneratedRegex(@"^\s+at |^\s*--- End of ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StackTraceLine();
}
