using System.Diagnostics;
using System.Text.Json.Nodes;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Tests;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>The pack as one native executable, published and started as policies/README.md says.</summary>
public sealed class NativeExecutableTests
{
    [LinkerFact]
    public async Task It_is_published_without_a_warning_and_answers_as_the_pack_does()
    {
        var output = Directory.CreateTempSubdirectory("llmops-native-").FullName;
        try
        {
            // A folder of its own for what the build writes: other builds may run beside it.
            await PublishAsync(output, Path.Combine(Repository.Root, "artifacts", "native"));
            using var native = await StartedPack.StartAsync(output, Path.Combine(output, "llmops-policies"), ["127.0.0.1:0"]);
            using var channel = Served.Connect(native.Port);
            var client = new Protocol.Analyzer.AnalyzerClient(channel);
            await using var served = await Served.StartAsync(PolicyPack.Kit);
            foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Repository.Tests, "recordings", "09-executable-preview.jsonl")))
            {
                var call = JsonNode.Parse(line)!.AsObject();
                if ((string)call["method"]! != "(started)")
                {
                    Assert.Equal(await Calls.MakeAsync(served.Client, call), await Calls.MakeAsync(client, call));
                }
            }
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static async Task PublishAsync(string output, string artifacts)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", "policies/LlmOpsSecure.PolicyPack.csproj", "--configuration", "Release", "-p:PublishAot=true", $"-p:ArtifactsPath={artifacts}", "--output", output, "--nologo", "--verbosity", "quiet", "-nodeReuse:false"])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
        Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);
    }
}
