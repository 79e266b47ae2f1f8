using System.Diagnostics;
using LlmOpsSecure.Cli.Tests.Engine;
using LlmOpsSecure.Tests;
using Xunit;

namespace LlmOpsSecure.Cli.Tests.Commands;

/// <summary>The program compiled natively, as <c>dotnet publish cli</c> makes it where there is a linker.</summary>
public sealed class NativeProgramTests
{
    private static readonly string[] Commands =
    [
        "--version", "check --help", "check nowhere.json", "check README.md", "check docs/examples", "check docs/examples/chat.yaml --policy serving-models-bring-no-code", "check docs/examples/chat.yaml --policy nothing",
        "check docs/examples/chat.yaml --format json", "check docs/examples/chat.yaml --format sarif", "check docs/examples/chat.yaml --format junit", "check docs/examples/chat.yaml --format markdown", "check docs/examples/chat.yaml --format github", "check docs/examples/chat.yaml --format html",
        "policies list vllm --json", "policies show serving-models-bring-no-code", "prove network docs/examples", "prove network docs/examples --format html", "prove access docs/examples --json", "prove budget docs/examples",
    ];

    [LinkerFact]
    public async Task It_is_published_without_a_warning_and_answers_as_the_built_one_does()
    {
        var output = Directory.CreateTempSubdirectory("llmops-native-").FullName;
        try
        {
            // A folder of its own for what the build writes: other builds may run beside it.
            var (code, said) = await RunAsync("dotnet", ["publish", "cli", "--configuration", "Release", $"-p:ArtifactsPath={Path.Combine(Repository.Root, "artifacts", "native")}", "--output", output, "--nologo", "--verbosity", "quiet", "-nodeReuse:false"]);
            Assert.True(code == 0, said);
            Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);

            using var program = Program();
            foreach (var arguments in Commands.Select(command => command.Split(' ')).Append(["preview", "--project", program.Folder, "--json"]).Append(["preview", "--project", program.Folder, "--timeout", "0"]))
            {
                Assert.Equal(await RunAsync("dotnet", [Sandbox.Built("llmops"), .. arguments]), await RunAsync(Path.Combine(output, "llmops"), arguments));
            }
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static Sandbox Program()
    {
        var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", $"name: twin\nruntime: {{ name: dotnet, options: {{ binary: '{Sandbox.Built("LlmOpsSecure.Twin")}' }} }}\n");
        sandbox.Write("Pulumi.dev.yaml", "config:\n  twin:region: westeurope\n  twin:token: a\n  twin:kubeconfig: b\n");
        sandbox.Write(".llmops/other.json", """{ "version": 3, "deployment": { "resources": [ { "urn": "urn:pulumi:other::twin::pulumi:pulumi:Stack::twin-other", "custom": false, "type": "pulumi:pulumi:Stack", "outputs": { "shared": "c" } } ] } }""");
        return sandbox;
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await error + await output);
    }
}
