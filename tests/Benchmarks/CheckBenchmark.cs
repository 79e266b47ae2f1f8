using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LlmOpsSecure.Benchmarks;

/// <summary><c>llmops check</c> with the whole pack against the floor: System.Text.Json reading the same bytes once.</summary>
internal static class CheckBenchmark
{
    public static void Run(string root, int[] sizes, int repetitions)
    {
        var built = Path.Combine(root, "artifacts", "benchmarks", "cli");
        Console.Error.WriteLine("Publishing cli");
        Measured.Run("dotnet", ["publish", Path.Combine(root, "cli", "llmops.csproj"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-p:PublishReadyToRun=true", $"-p:ArtifactsPath={Path.Combine(root, "artifacts", "benchmarks", "build")}", "-o", built, "--nologo", "-v", "quiet"]);
        var data = Directory.CreateDirectory(Path.Combine(root, "artifacts", "benchmarks", "data")).FullName;
        var llmops = Path.Combine(built, "llmops");
        var self = Path.Combine(AppContext.BaseDirectory, "LlmOpsSecure.Benchmarks.dll");

        Measured Median(Func<Measured> run) => Enumerable.Range(0, repetitions).Select(_ => run()).OrderBy(one => one.Seconds).ElementAt(repetitions / 2);
        void Row(string what, string file, Measured run, Measured? floor) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {(file.Length > 0 ? new FileInfo(file).Length / 1e6 : 0):F1} | {run.Seconds:F2} | {run.Usage.CpuSeconds:F2} | {run.Usage.PeakMegabytes:F0} | {(floor is null ? "" : $"{run.Seconds / floor.Seconds:F1}")} |"));

        Console.WriteLine("| what | input, MB | seconds | CPU s | peak, MB | of the floor |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Row("`llmops --version` (start)", "", Median(() => Measured.Run(llmops, ["--version"])), null);
        foreach (var size in sizes)
        {
            var file = Path.Combine(data, $"{size}.json");
            File.WriteAllText(file, Generated.Export(Generated.Stack(size)));
            var floor = Median(() => Measured.Run("dotnet", [self, "floor", file]));
            Row($"floor, {size:N0} resources", file, floor, null);
            Row($"`llmops check`, {size:N0} resources", file, Median(() => Measured.Run(llmops, ["check", file, "--format", "json", "--output", Path.Combine(data, "out.json")], 1)), floor);
        }

        var manifests = Path.Combine(data, "deployments.yaml");
        File.WriteAllText(manifests, Generated.Manifests(Generated.Stack(3_400).Where(resource => resource.Type == "kubernetes:apps/v1:Deployment").Take(1_000)));
        Row("`llmops check`, 1,000 Deployments in YAML", manifests, Median(() => Measured.Run(llmops, ["check", manifests, "--format", "json", "--output", Path.Combine(data, "out.json")], 1)), null);
    }

    /// <summary>The least that reading costs: every token of the file, once.</summary>
    public static void Floor(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        Console.WriteLine(document.RootElement.GetProperty("deployment").GetProperty("resources").GetArrayLength());
    }
}
