using System.Diagnostics;
using System.Globalization;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>A pack in a process of its own, started as the engine starts one.</summary>
internal sealed class StartedPack : IDisposable
{
    private readonly Task<string> problems;

    private StartedPack(Process process)
    {
        this.Process = process;
        this.problems = process.StandardError.ReadToEndAsync();
    }

    public Process Process { get; }

    public int Port { get; private set; }

    public static async Task<StartedPack> StartAsync(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("GITHUB_STEP_SUMMARY");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var pack = new StartedPack(Process.Start(start)!);
        var line = await pack.Process.StandardOutput.ReadLineAsync();
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            pack.Dispose();
            Assert.Fail($"{program} must print its port first, but printed '{line}'; {await pack.problems}");
        }

        pack.Port = port;
        return pack;
    }

    /// <summary>Our pack as the dotnet host starts it.</summary>
    public static Task<StartedPack> StartOursAsync(string engine, IReadOnlyDictionary<string, string>? environment = null) =>
        StartAsync(Path.GetTempPath(), "dotnet", [Path.Combine(AppContext.BaseDirectory, "llmops-policies.dll"), engine], environment);

    public void Dispose()
    {
        if (!this.Process.HasExited)
        {
            this.Process.Kill(entireProcessTree: true);
        }

        this.Process.Dispose();
    }
}
