using System.Text;
using LlmOpsSecure.Cli.Tests.Engine;

namespace LlmOpsSecure.Cli.Tests.Commands;

/// <summary>Whatever is broken about a file, every command that reads it says so in one line that names the place, ends with 2, and leaves nothing half-written.</summary>
public sealed class BrokenInputTests
{
    private const string State = """{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:dev::p::a:b:C::d","custom":true,"type":"a:b:C","inputs":{"text":"here"}}]}}""";

    private static readonly Dictionary<string, (byte[] Content, string Message)> States = new()
    {
        ["not JSON"] = (Text("hello"), ": a stack export, a preview document or Kubernetes manifests are allowed"),
        ["empty"] = (Text(" \n"), ": the file is empty"),
        ["truncated"] = (Text(State[..90]), ":1:91: the JSON is broken: "),
        ["a list"] = (Text("[1]"), ": a stack export, a preview document or a Kubernetes object is allowed, but the JSON holds a list"),
        ["of another version"] = (Text(State.Replace("3", "9", StringComparison.Ordinal)), ": the version of a stack export must be 1 to 4, but is 9"),
        ["without a deployment"] = (Text("""{"version":3}"""), ": a stack export must have a member 'deployment', but it is absent"),
        ["with a deployment that is none"] = (Text("""{"version":3,"deployment":null}"""), ": deployment: it must be an object, but is null"),
        ["with a resource that is none"] = (Text("""{"version":3,"deployment":{"resources":[7]}}"""), ": deployment.resources[0]: it must be an object, but is a number"),
        ["nested without an end"] = (Text(string.Concat(Enumerable.Repeat("""{"a":""", 100_000))), ":1:1281: the JSON is broken: the nesting is deeper than 256"),
        ["of more values than are read"] = (Text($"[{string.Concat(Enumerable.Repeat("0,", 20_000_001))}0]"), ": there are more than 20000000 values"),
        ["not UTF-8"] = (Text(State.Replace("here", "\u0001", StringComparison.Ordinal)).Select(one => one == 1 ? (byte)0xFF : one).ToArray(), ":1: the text must be UTF-8, but byte 0xFF at offset "),
        ["in UTF-16"] = (Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(State)).ToArray(), ":1: the text must be UTF-8, but byte 0xFF at offset 0"),
        ["with half a character"] = (Text(State.Replace("here", "\\ud83d", StringComparison.Ordinal)), ":1: the JSON is broken: a text has half of a surrogate pair"),
        ["a YAML bomb"] = (Text(Bomb("apiVersion: v1\nkind: ConfigMap\n", "")), " there are more than 20000000 values, anchors counted each time they are used"),
        ["nested by its anchors"] = (Text(Chain("apiVersion: v1\nkind: ConfigMap\n", "")), " the nesting is deeper than 256"),
        ["nested YAML"] = (Text("a: " + new string('[', 100_000)), ":1:259: the nesting is deeper than 256"),
        ["an anchor within itself"] = (Text("apiVersion: v1\nkind: Pod\nmetadata: &a { labels: *a }\n"), ":3:24: the alias '*a' must name an anchor above it, but there is none"),
        ["YAML that does not close"] = (Text("apiVersion: [v1\nkind: Pod"), ": the YAML is broken: "),
    };

    private static readonly Dictionary<string, (string Content, string Message)> Stacks = new()
    {
        ["not a mapping"] = ("hello", ": it must be a YAML mapping"),
        ["a list of configuration"] = ("config: [a]", ": config: it must be a mapping of keys to values"),
        ["a key that is none"] = ("config:\n  [a]: b", ":2: a key of 'config' must be a text"),
        ["does not close"] = ("config: [a\nb: c", ": the YAML is broken: "),
        ["a YAML bomb"] = (Bomb("config:\n", "  "), " there are more than 1000000 values, anchors counted each time they are used"),
        ["nested by its anchors"] = (Chain("config:\n", "  "), " the nesting is deeper than 256"),
        ["nested without an end"] = ("config:\n  a: " + string.Concat(Enumerable.Repeat("{a: ", 50_000)), " the nesting is deeper than 256"),
        ["an anchor within itself"] = ("config:\n  a: &a { b: *a }", ":2:14: the alias '*a' must name an anchor above it, but there is none"),
    };

    public static TheoryData<string> OfStates => [.. States.Keys];

    public static TheoryData<string> OfStacks => [.. Stacks.Keys];

    [Theory]
    [MemberData(nameof(OfStates))]
    public async Task A_document(string name)
    {
        using var sandbox = Project();
        var (content, message) = States[name];
        var file = sandbox.At("input");
        await File.WriteAllBytesAsync(file, content);

        await RefusedAsync(file, message, "check", file);
        await RefusedAsync(file, message, "prove", "network", file);
        await RefusedAsync(file, message, "preview", "-C", sandbox.Folder, "--against", file);
        await RefusedAsync(file, message, "up", "--yes", "-C", sandbox.Folder, "--state", file);
        Assert.Equal(content, await File.ReadAllBytesAsync(file));
        Assert.Equal(["Pulumi.yaml", "input", "program"], Directory.GetFiles(sandbox.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OfStacks))]
    public async Task The_configuration_of_a_stack(string name)
    {
        using var sandbox = Project();
        var (content, message) = Stacks[name];
        var file = sandbox.Write("Pulumi.dev.yaml", content);

        await RefusedAsync(file, message, "preview", "-C", sandbox.Folder);
        await RefusedAsync(file, message, "up", "--yes", "-C", sandbox.Folder);
        await RefusedAsync(file, message, "prove", "access", "-C", sandbox.Folder);
        await RefusedAsync(file, message, "new", "other", "-C", sandbox.Folder);
        Assert.Equal(["Pulumi.dev.yaml", "Pulumi.yaml", "program"], Directory.GetFiles(sandbox.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("hello", ":1:1: the JSON is broken: ")]
    [InlineData("{\"all\":", ":1:8: the JSON is broken: ")]
    [InlineData("{\"all\":7}", "")]
    [InlineData("[1]", "")]
    [InlineData("{\"all\":\"\\ud800\"}", ":1: the JSON is broken: a text has half of a surrogate pair")]
    public async Task What_a_person_writes_beside_it(string content, string message)
    {
        using var sandbox = new Sandbox();
        var (input, file) = (sandbox.Write("state.json", State), sandbox.Write("broken.json", content));

        await RefusedAsync(file, message, "check", input, "--policy-config", file);
        await RefusedAsync(file, message, "check", input, "--baseline", file);
        await RefusedAsync(file, message, "prove", "budget", input, "--prices", file);
    }

    [Fact]
    public async Task A_file_that_is_no_file_is_missing_or_cannot_be_read()
    {
        using var sandbox = Project();
        var input = sandbox.Write("state.json", State);
        var unreadable = OperatingSystem.IsLinux() ? [("/proc/self/mem", ": the file cannot be read: ")] : Array.Empty<(string, string)>();
        foreach (var (path, message) in unreadable.Append((sandbox.Folder, ": a file is allowed here, but this is a folder")).Append((sandbox.At("none"), ": there is no such file")))
        {
            foreach (var option in new[] { "--policy-config", "--baseline" })
            {
                await RefusedAsync(path, message, "check", input, option, path);
            }

            await RefusedAsync(path, message, "prove", "budget", input, "--prices", path);
        }

        Directory.CreateDirectory(sandbox.At("Pulumi.dev.yaml"));
        await RefusedAsync(sandbox.At("Pulumi.dev.yaml"), ": a file is allowed here, but this is a folder", "preview", "-C", sandbox.Folder);
        Directory.CreateDirectory(sandbox.At("empty"));
        await RefusedAsync(sandbox.At("empty"), ": the folder holds no YAML or JSON files", "check", sandbox.At("empty"));
        await RefusedAsync(sandbox.At("none"), ": there is no such file or folder", "check", sandbox.At("none"));
        await RefusedAsync(sandbox.At("none"), ": there is no Pulumi.yaml here", "new", "other", "-C", sandbox.At("none"));
        await RefusedAsync(input, "", "policies", "docs", "--dir", input);
        await RefusedAsync(sandbox.At("empty"), ": the file cannot be written: ", "check", input, "--format", "json", "--output", sandbox.At("empty"));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_a_document()
    {
        using var sandbox = new Sandbox();
        await File.WriteAllTextAsync(sandbox.At("state.json"), State, Encoding.UTF8);
        await File.WriteAllTextAsync(sandbox.At("off.json"), """{ "all": "disabled" }""", Encoding.UTF8);

        Assert.Equal(0, (await Llmops.RunAsync("check", sandbox.At("state.json"), "--policy-config", sandbox.At("off.json"))).Code);
    }

    private static async Task RefusedAsync(string place, string message, params string[] arguments)
    {
        var (code, said) = await Llmops.RunAsync(arguments);
        Assert.StartsWith($"error: {place}", said, StringComparison.Ordinal);
        Assert.Contains(message, said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, code);
    }

    private static Sandbox Project()
    {
        var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", "name: p\nruntime: { name: dotnet, options: { binary: ./program } }\n");
        sandbox.Script("program", "exit 0");
        return sandbox;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    // Each line is nine times the one before.
    private static string Bomb(string head, string indent) => head + $"{indent}a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{indent}a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));

    // Each line is nested once more than the one before.
    private static string Chain(string head, string indent) => head + $"{indent}a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"{indent}a{i}: &a{i} [*a{i - 1}]\n"));
}
