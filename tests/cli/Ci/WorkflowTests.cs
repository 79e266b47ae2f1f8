using System.Diagnostics;
using LlmOpsSecure.Cli.Tests.Engine;
using YamlDotNet.RepresentationModel;

namespace LlmOpsSecure.Cli.Tests.Ci;

/// <summary>The workflows of docs/ci: their forms, the commands in them, and what these write.</summary>
public sealed class WorkflowTests
{
    private const string Program = "exit 0";

    public static TheoryData<string, string> Workflows => new()
    {
        { "github-actions.yml", "jobs/check/steps/*/run" },
        { "azure-pipelines.yml", "steps/*/bash" },
        { "gitlab-ci.yml", "llmops/script/*" },
    };

    [Theory, MemberData(nameof(Workflows))]
    public async Task The_commands_of_a_workflow_write_what_it_publishes(string file, string commands)
    {
        using var sandbox = Project();
        var root = Read(file);
        var command = Assert.Single(Texts(root, commands), text => text.Contains("$LLMOPS preview", StringComparison.Ordinal));
        var (code, said) = await RunAsync(sandbox.Folder, "bash", "-euo", "pipefail", "-c", command);

        Assert.True(code == 0, said);
        Assert.Contains("Accepted", said, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "ci", file));
        foreach (var written in new[] { "llmops.sarif", "llmops.md", "llmops.xml" }.Where(name => text.Contains(name, StringComparison.Ordinal)))
        {
            Assert.True(File.Exists(sandbox.At(written)), $"{written} is published and not written");
        }
    }

    [Theory, MemberData(nameof(Workflows))]
    public async Task Every_script_of_a_workflow_is_one_that_the_shell_reads(string file, string commands)
    {
        foreach (var script in Texts(Read(file), commands))
        {
            var (code, said) = await RunAsync(Path.GetTempPath(), "bash", "-n", "-c", script);
            Assert.True(code == 0, said);
        }
    }

    [NodeFact]
    public async Task The_workflow_of_GitHub_keeps_its_schema()
    {
        var linter = Path.Combine(Sandbox.NodeModules, "@action-validator", "cli", "cli.mjs");
        var workflow = Path.Combine(Repository.Root, "docs", "ci", "github-actions.yml");
        var (code, said) = await RunAsync(Path.GetTempPath(), "node", linter, workflow);
        Assert.True(code == 0, said);

        using var sandbox = new Sandbox();
        var broken = sandbox.Write("broken.yml", (await File.ReadAllTextAsync(workflow)).Replace("runs-on:", "runs-at:", StringComparison.Ordinal));
        Assert.NotEqual(0, (await RunAsync(Path.GetTempPath(), "node", linter, broken)).Code);
    }

    [NodeFact]
    public async Task The_workflow_of_GitLab_keeps_its_schema()
    {
        var schema = Path.Combine(Sandbox.NodeModules, "gitlab-ci-local", "src", "schema", "schema.js");
        var validator = Path.Combine(Repository.Root, "tests", "node", "validate.mjs");
        var workflow = Path.Combine(Repository.Root, "docs", "ci", "gitlab-ci.yml");
        var (code, said) = await RunAsync(Path.GetTempPath(), "node", validator, schema, workflow);
        Assert.True(code == 0, said);

        using var sandbox = new Sandbox();
        var broken = sandbox.Write("broken.yml", (await File.ReadAllTextAsync(workflow)).Replace("when: always", "when: at-times", StringComparison.Ordinal));
        Assert.Equal(1, (await RunAsync(Path.GetTempPath(), "node", validator, schema, broken)).Code);
    }

    [NodeFact]
    public async Task The_workflow_of_Azure_Pipelines_keeps_its_schema()
    {
        var schema = Path.Combine(Sandbox.NodeModules, "schemastore", "schemas", "json", "raw.githubusercontent.com", "microsoft", "azure-pipelines-vscode", "master", "service-schema.json");
        var validator = Path.Combine(Repository.Root, "tests", "node", "validate.mjs");
        var workflow = Path.Combine(Repository.Root, "docs", "ci", "azure-pipelines.yml");
        var (code, said) = await RunAsync(Path.GetTempPath(), "node", validator, schema, workflow);
        Assert.True(code == 0, said);

        using var sandbox = new Sandbox();
        var broken = sandbox.Write("broken.yml", (await File.ReadAllTextAsync(workflow)).Replace("testResultsFormat: JUnit", "testResultsFormat: Unit", StringComparison.Ordinal));
        Assert.Equal(1, (await RunAsync(Path.GetTempPath(), "node", validator, schema, broken)).Code);
    }

    [NodeFact]
    public async Task SARIF_keeps_the_schema_of_the_standard()
    {
        using var sandbox = Project();
        var manifest = sandbox.Write("chat app.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: chat, namespace: inference }
            spec: { template: { spec: { hostNetwork: true, containers: [{ name: c, image: "vllm/vllm-openai:latest", args: [--trust-remote-code] }] } } }
            """);
        var settings = sandbox.Write("policies.json", """{ "workload-pods-have-their-own-network": { "exemptions": [{ "urn": "*", "reason": "a trial", "expires": "2099-01-31" }] } }""");
        var (code, said) = await RunAsync(sandbox.Folder, "bash", "-c", $"$LLMOPS check '{manifest}' --policy-config '{settings}' --format sarif --output findings.sarif --format html --output findings.html");
        Assert.True(code == 1, said);
        var sarif = await File.ReadAllTextAsync(sandbox.At("findings.sarif"));
        foreach (var part in new[] { "\"suppressions\"", "\"partialFingerprints\"", "chat%20app.yaml", "\"startLine\": 1" })
        {
            Assert.Contains(part, sarif, StringComparison.Ordinal);
        }

        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(sandbox.At("findings.html")), StringComparison.Ordinal);
        var schema = Path.Combine(Sandbox.NodeModules, "@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json");
        var validator = Path.Combine(Repository.Root, "tests", "node", "validate.mjs");
        (code, said) = await RunAsync(sandbox.Folder, "node", validator, schema, sandbox.At("findings.sarif"));
        Assert.True(code == 0, said);

        var broken = sandbox.Write("broken.sarif", sarif.Replace("\"ruleId\"", "\"rule\"", StringComparison.Ordinal));
        Assert.Equal(1, (await RunAsync(sandbox.Folder, "node", validator, schema, broken)).Code);
    }

    [Fact]
    public async Task Only_what_a_baseline_does_not_know_fails()
    {
        using var sandbox = Project();
        string Manifest(string more) => sandbox.Write("chat.yaml", $$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: chat, namespace: inference }
            spec: { {{more}}hostNetwork: true, containers: [{ name: c, image: a }] }
            """);
        Task<(int Code, string Said)> CheckAsync(string options) => RunAsync(sandbox.Folder, "bash", "-c", $"$LLMOPS check chat.yaml --baseline known.json {options}");

        Manifest("");
        Assert.Equal(0, (await CheckAsync("--write-baseline")).Code);
        var (code, said) = await CheckAsync("");
        Assert.True(code == 0 && said.Contains(" 0 are new", StringComparison.Ordinal) && said.Contains("Accepted: ", StringComparison.Ordinal) && said.Contains(" known.", StringComparison.Ordinal), said);

        Manifest("hostPID: true, ");
        (code, said) = await CheckAsync("");
        Assert.True(code == 1 && said.Contains(" 1 are new", StringComparison.Ordinal) && said.Contains("Rejected: 1 mandatory violation, ", StringComparison.Ordinal), said);
        (code, said) = await CheckAsync("--format json");
        Assert.True(code == 1 && said.Contains("\"mandatory\": 1,", StringComparison.Ordinal) && said.Contains("\"known\": true", StringComparison.Ordinal), said);
        Assert.Equal(0, (await CheckAsync("--fail-on never")).Code);
    }

    private static Sandbox Project()
    {
        var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", "name: trial\nruntime: { name: dotnet, options: { binary: ./program } }\n");
        sandbox.Script("program", Program);
        return sandbox;
    }

    private static YamlNode Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Repository.Root, "docs", "ci", file))));
        return yaml.Documents[0].RootNode;
    }

    // The texts at a path whose * stands for each item of a list; what lacks the last member has none.
    private static IEnumerable<string> Texts(YamlNode node, string path) => Texts(node, path.Split('/'));

    private static IEnumerable<string> Texts(YamlNode node, ReadOnlyMemory<string> path) => (node, path.IsEmpty ? null : path.Span[0]) switch
    {
        (YamlScalarNode { Value: { } text }, null) => [text],
        (YamlSequenceNode list, "*") => list.Children.SelectMany(child => Texts(child, path[1..])),
        (YamlMappingNode map, { } name) when map.Children.TryGetValue(new YamlScalarNode(name), out var child) => Texts(child, path[1..]),
        _ => [],
    };

    private static async Task<(int Code, string Said)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LLMOPS"] = $"dotnet {Sandbox.Built("llmops")}";
        start.Environment["STACK"] = "dev";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await error);
    }
}
