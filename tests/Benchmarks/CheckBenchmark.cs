using System.Globalization;
using System.Text.Json;

namespace LlmOpsSecure.Benchmarks;

/// <summary><c>llmops check</c> with the whole pack against the floor: System.Text.Json reading the same bytes once.</summary>
internal static class CheckBenchmark
{
    public static void Run(string root, int[] sizes, int repetitions)
    {
        var data = Directory.CreateDirectory(Path.Combine(root, "artifacts", "benchmarks", "data")).FullName;
        var llmops = Path.Combine(Published.Cli(root), "llmops");
        var self = Path.Combine(AppContext.BaseDirectory, "LlmOpsSecure.Benchmarks.dll");

        Measured Median(Func<Measured> run) => Enumerable.Range(0, repetitions).Select(_ => run()).OrderBy(one => one.Usage.CpuSeconds).ElementAt(repetitions / 2);
        Measured Check(string file) => Median(() => Measured.Run(llmops, ["check", file, "--format", "json", "--output", Path.Combine(data, "out.json")], 1));
        void Row(string what, double megabytes, Measured run, Measured? floor) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {megabytes:F1} | {run.Seconds:F2} | {run.Usage.CpuSeconds:F2} | {run.Usage.PeakMegabytes:F0} | {(floor is null ? "" : $"{run.Usage.CpuSeconds / floor.Usage.CpuSeconds:F1}")} | {(floor is null ? "" : $"{run.Usage.PeakMegabytes / floor.Usage.PeakMegabytes:F1}")} |"));

        Console.WriteLine("| what | input, MB | seconds | CPU s | peak, MB | CPU of the floor | memory of the floor |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Row("`llmops --version` (start)", 0, Median(() => Measured.Run(llmops, ["--version"])), null);
        void Compare(string what, string file)
        {
            var megabytes = new FileInfo(file).Length / 1e6;
            var floor = Median(() => Measured.Run("dotnet", [self, "floor", file]));
            Row($"floor, {what}", megabytes, floor, null);
            Row($"`llmops check`, {what}", megabytes, Check(file), floor);
        }

        foreach (var size in sizes)
        {
            Compare($"{size:N0} resources", Write(data, $"{size}.json", Generated.Export(Generated.Stack(size))));
        }

        Compare("10,000 resources with 10 MB of strings", Write(data, "strings.json", Generated.Export(Generated.Strings(10_000, 500))));
        var manifests = Write(data, "deployments.yaml", Generated.Manifests(Generated.Stack(3_400).Where(resource => resource.Type == "kubernetes:apps/v1:Deployment").Take(1_000)));
        Row("`llmops check`, 1,000 Deployments in YAML", new FileInfo(manifests).Length / 1e6, Check(manifests), null);
    }

    private static string Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>The least that reading costs: every token of the file, once.</summary>
    public static void Floor(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        Console.WriteLine(document.RootElement.GetProperty("deployment").GetProperty("resources").GetArrayLength());
    }
}
