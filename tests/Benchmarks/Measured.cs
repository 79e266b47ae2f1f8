using System.Diagnostics;
using System.Globalization;

namespace LlmOpsSecure.Benchmarks;

/// <summary>What a process, with those that it started, has used so far.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="PeakMegabytes">The most resident memory, in 2^20 bytes; of several processes the sum.</param>
internal sealed record Usage(double CpuSeconds, double PeakMegabytes)
{
    /// <summary>Reads it from /proc, while the process runs.</summary>
    public static Usage Of(int process)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => (Id: int.Parse(name!, CultureInfo.InvariantCulture), Stat: Stat(name!))).Where(entry => entry.Stat.Length > 0).ToList();
        var tree = new List<int> { process };
        for (var i = 0; i < tree.Count; i++)
        {
            tree.AddRange(parents.Where(entry => int.Parse(entry.Stat[1], CultureInfo.InvariantCulture) == tree[i]).Select(entry => entry.Id));
        }

        var members = parents.Where(entry => tree.Contains(entry.Id)).ToList();
        return new(
            members.Sum(entry => (long.Parse(entry.Stat[11], CultureInfo.InvariantCulture) + long.Parse(entry.Stat[12], CultureInfo.InvariantCulture)) / 100.0),
            members.Sum(entry => Peak(entry.Id)));
    }

    private static string[] Stat(string id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return []; // it ended meanwhile
        }
    }

    private static double Peak(int id)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Sum(line => double.Parse(line[6..^2], CultureInfo.InvariantCulture)) / 1024;
        }
        catch (IOException)
        {
            return 0; // it ended meanwhile
        }
    }
}

/// <summary>A command that ran to its end.</summary>
/// <param name="Seconds">From start to end.</param>
/// <param name="Usage">What it used.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record Measured(double Seconds, Usage Usage, string Output)
{
    /// <summary>Runs a command under <c>time</c>'s accounting; a failure other than the expected exit codes ends the benchmark.</summary>
    public static Measured Run(string program, IEnumerable<string> arguments, params int[] allowed)
    {
        var accounts = Path.GetTempFileName();
        var start = new ProcessStartInfo("/usr/bin/env", ["time", "-f", "%U %S %M", "-o", accounts, program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode != 0 && !allowed.Contains(process.ExitCode))
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
        }

        var numbers = File.ReadLines(accounts).Last().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        File.Delete(accounts);
        return new(seconds, new(numbers[0] + numbers[1], numbers[2] / 1024), output);
    }
}
