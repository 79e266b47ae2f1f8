using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>External packs: what they find, how they are configured, and what happens when they misbehave.</summary>
public sealed class PackTests
{
    private const string Program = """
        name: packs
        runtime: { name: dotnet, options: { binary: ./program } }
        """;

    [NodeFact]
    public async Task A_pack_on_the_official_SDK_finds_and_corrects_what_it_did_under_the_real_engine()
    {
        using var sandbox = new Sandbox("packs").Configured("packs/03-node-preview-mandatory");
        var result = await sandbox.RunAsync(isPreview: true, packs: new PackChoice(NodePack(sandbox), null));

        Assert.Equal(
            ["reads-computed vault-token advisory undetermined", "region-allowed rg mandatory violation", "secret-not-printed vault-token advisory violation", "tags-owner rg advisory violation"],
            result.Findings.Select(finding => $"{finding.Policy} {finding.ResourceName} {(finding.Mandatory ? "mandatory" : "advisory")} {finding.Result}").Order(StringComparer.Ordinal));
        Assert.Contains(result.Diagnostics, message => message.Text == "tls-floor corrected the resource");
        Assert.Equal("TLS1_2", result.Outputs["tls"]!.Text);
        Assert.False(result.Failed);
    }

    [NodeFact]
    public async Task A_configuration_file_lays_itself_over_the_packs_own_levels_and_defaults()
    {
        using var sandbox = new Sandbox("packs").Configured("packs/06-node-preview-config");
        var result = await sandbox.RunAsync(isPreview: true, packs: new PackChoice(NodePack(sandbox), Sandbox.Recorded("packs/06-node-preview-config", "conf.json")));

        Assert.Equal(3, result.Findings.Count(finding => finding.Policy == "region-allowed" && !finding.Mandatory));
        Assert.Equal(7, result.Findings.Count(finding => finding.Policy == "off")); // `all` also switches on what was disabled
        Assert.Equal(["tags-owner"], result.Findings.Where(finding => finding.Blocks).Select(finding => finding.Policy));
    }

    [NodeFact]
    public async Task A_configuration_that_does_not_fit_the_schema_is_refused()
    {
        using var sandbox = new Sandbox("packs").Configured("packs/07-node-preview-config-invalid");
        var pack = NodePack(sandbox);
        var invalid = await Assert.ThrowsAsync<InputException>(() => sandbox.RunAsync(isPreview: true, packs: new PackChoice(pack, Sandbox.Recorded("packs/07-node-preview-config-invalid", "conf.json"))));
        Assert.Contains("region-allowed.regions", invalid.Message, StringComparison.Ordinal);
        Assert.Contains("array", invalid.Message, StringComparison.Ordinal);
        var broken = await Assert.ThrowsAsync<InputException>(() => sandbox.RunAsync(isPreview: true, packs: new PackChoice(pack, Sandbox.Recorded("packs/08-node-preview-config-broken", "conf.json"))));
        Assert.Contains("the JSON is broken", broken.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<InputException>(() => sandbox.RunAsync(isPreview: true, packs: new PackChoice(pack, sandbox.Write("conf.json", """{ "no-such-policy": { "a": 1 } }"""))));
        Assert.Contains("no policy of that name", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo hello; sleep 60", "must be its port, but is 'hello'")]
    [InlineData("echo out of luck >&2; exit 3", "ended with exit code 3 before it told its port. It said:\nout of luck")]
    [InlineData("sleep 60", "did not tell its port within 2 seconds")]
    [InlineData("echo 70000; sleep 60", "must be its port, but is '70000'")]
    [InlineData("echo 1; sleep 60", "failed at Handshake")]
    [InlineData("head -c 100000000 /dev/zero; sleep 60", "did not tell its port within 2 seconds")]
    public async Task A_pack_that_does_not_start_ends_the_run_with_one_message(string script, string message)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Program);
        sandbox.Script("program", "exit 0");
        var pack = sandbox.Script("pack", script);

        var error = await Assert.ThrowsAsync<PackException>(() => sandbox.RunAsync(isPreview: true, timeout: TimeSpan.FromSeconds(2), packs: new PackChoice(pack, null)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_speaks_something_else_ends_the_run_with_one_message()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        var garbage = Task.Run(async () =>
        {
            using var peer = await listener.AcceptTcpClientAsync();
            await peer.GetStream().WriteAsync("HTTP/1.1 200 OK\r\n\r\nrubbish"u8.ToArray());
        });
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Program);
        sandbox.Script("program", "exit 0");
        var pack = sandbox.Script("pack", $"echo {port}; sleep 60");

        var error = await Assert.ThrowsAsync<PackException>(() => sandbox.RunAsync(isPreview: true, timeout: TimeSpan.FromSeconds(5), packs: new PackChoice(pack, null)));
        Assert.Contains("Handshake", error.Message, StringComparison.Ordinal);
        await garbage;
    }

    [NodeFact]
    public Task A_pack_that_dies_in_a_call_ends_the_run_with_one_message() => FailsAsync("dies", "ended with exit code 7 during Analyze of", isNew: true);

    [NodeFact]
    public Task A_pack_whose_policy_throws_ends_the_run_with_one_message() => FailsAsync("throws", "failed at Analyze of urn:pulumi:dev::rec-packs::pulumi:pulumi:Stack::rec-packs-dev: the policy gave up", isNew: true);

    [NodeFact]
    public Task A_pack_that_never_answers_ends_the_run_with_one_message() => FailsAsync("hangs", "did not answer Analyze of", isNew: true);

    [NodeFact]
    public Task A_pack_without_a_name_is_refused() => FailsAsync("nameless", "must have a name", isNew: false);

    [Fact]
    public async Task What_is_no_pack_is_refused()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", Program);
        sandbox.Script("program", "exit 0");
        Directory.CreateDirectory(sandbox.At("empty"));
        sandbox.Write("odd/PulumiPolicy.yaml", "runtime: cobol");
        sandbox.Write("bare/PulumiPolicy.yaml", "runtime: { name: dotnet, options: { binary: ./recorder } }");

        async Task RefusedAsync(string path, string message) =>
            Assert.Contains(message, (await Assert.ThrowsAsync<InputException>(() => sandbox.RunAsync(isPreview: true, packs: new PackChoice(sandbox.At(path), null)))).Message, StringComparison.Ordinal);
        await RefusedAsync("none", "there is no file or folder");
        await RefusedAsync("empty", "must have a PulumiPolicy.yaml");
        await RefusedAsync("odd", "must be dotnet or nodejs here, but is cobol");
        await RefusedAsync("bare", "in the program's folder");
        var error = await Assert.ThrowsAsync<PackException>(() => sandbox.RunAsync(isPreview: true, packs: new PackChoice(sandbox.At("Pulumi.yaml"), null)));
        Assert.Contains("cannot be started", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The recorded Node pack, beside the packages that it needs.</summary>
    internal static string NodePack(Sandbox sandbox)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Sandbox.Here, "Packs", "node-pack")))
        {
            sandbox.Write($"node-pack/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        return sandbox.At("node-pack");
    }

    private static async Task FailsAsync(string fault, string message, bool isNew)
    {
        using var sandbox = new Sandbox("packs").Configured("packs/09-executable-preview");
        var pack = sandbox.Recorder(fault);
        var timeout = TimeSpan.FromSeconds(fault == "hangs" ? 20 : 120);
        if (!isNew)
        {
            Assert.Contains(message, (await Assert.ThrowsAsync<PackException>(() => sandbox.RunAsync(isPreview: true, timeout: timeout, packs: new PackChoice(pack, null)))).Message, StringComparison.Ordinal);
            return;
        }

        var result = await sandbox.RunAsync(isPreview: false, timeout: timeout, packs: new PackChoice(pack, null));
        Assert.Contains(message, Assert.IsType<PackException>(result.Broken).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(result.State.Resources, resource => resource.Type.StartsWith("azure:", StringComparison.Ordinal));
    }
}
