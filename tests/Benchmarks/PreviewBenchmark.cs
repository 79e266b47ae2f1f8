using System.Globalization;

namespace LlmOpsSecure.Benchmarks;

/// <summary>
/// <c>llmops preview</c> of one program with one policy pack, both written twice: in C# on this kit, and on the official Node.js SDKs. The engine is the same, and everything is built before.
/// </summary>
internal static class PreviewBenchmark
{
    private const string Configuration = """
        config:
          twin:region: westeurope
          twin:token: token
          twin:kubeconfig: kubeconfig
        """;

    private const string OtherStack = """{ "version": 3, "deployment": { "resources": [{ "urn": "urn:pulumi:other::twin::pulumi:pulumi:Stack::twin-other", "custom": false, "type": "pulumi:pulumi:Stack", "outputs": { "shared": "of-another-stack" } }] } }""";

    public static void Run(string root, int repetitions)
    {
        var modules = Published.NodeModules(root, "tests/node");
        var llmops = Path.Combine(Published.Cli(root), "llmops");
        var pack = Path.Combine(Published.Packs(root), "LlmOpsSecure.Benchmarks");
        var program = Path.Combine(root, "artifacts", "benchmarks", "twin");
        Published.Publish(root, "tests/cli/Twin/LlmOpsSecure.Twin.csproj", program);
        var folder = Path.Combine(root, "artifacts", "benchmarks", "preview");

        Console.WriteLine("| program and pack | seconds | CPU s |");
        Console.WriteLine("|---|---|---|");
        foreach (var (name, place, runtime, policies) in new[]
        {
            ("C#", "csharp", $"{{ name: dotnet, options: {{ binary: '{program}/LlmOpsSecure.Twin.dll' }} }}", Script(folder, pack)),
            ("Node.js", "node", "nodejs", NodePack(root, folder, modules)),
        })
        {
            var project = Project(root, Path.Combine(folder, place), runtime, modules);
            var runs = Enumerable.Range(0, repetitions).Select(_ => Measured.Run(llmops, ["preview", "--project", project, "--policy-pack", policies, "--json"], 1)).ToList();
            double Median(Func<Measured, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(run => run.Seconds):F2} | {Median(run => run.Usage.CpuSeconds):F2} |"));
        }
    }

    private static string Project(string root, string folder, string runtime, string modules)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".llmops"));
        File.Copy(Path.Combine(root, "tests", "cli", "Twin", "index.js"), Path.Combine(folder, "index.js"), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "package.json"), """{ "name": "twin", "private": true, "main": "index.js" }""");
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), $"name: twin\nruntime: {runtime}\n");
        File.WriteAllText(Path.Combine(folder, "Pulumi.dev.yaml"), Configuration);
        File.WriteAllText(Path.Combine(folder, ".llmops", "other.json"), OtherStack);
        Link(folder, modules);
        return folder;
    }

    private static string Script(string folder, string pack)
    {
        var script = Path.Combine(Directory.CreateDirectory(folder).FullName, "twenty-policies");
        File.WriteAllText(script, $"#!/bin/sh\nexec '{pack}' serve \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return script;
    }

    private static string NodePack(string root, string folder, string modules)
    {
        var pack = Directory.CreateDirectory(Path.Combine(folder, "pack")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "tests", "Benchmarks", "node")))
        {
            File.Copy(file, Path.Combine(pack, Path.GetFileName(file)), overwrite: true);
        }

        Link(pack, modules);
        return pack;
    }

    private static void Link(string folder, string modules)
    {
        if (!Path.Exists(Path.Combine(folder, "node_modules")))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), modules);
        }
    }
}
