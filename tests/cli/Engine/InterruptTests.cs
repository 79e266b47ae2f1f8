using System.Diagnostics;
using LlmOpsSecure.Cli.Engine;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>What an interrupt leaves behind: no process of the program, and a state that is whole and goes on.</summary>
public sealed class InterruptTests
{
    private const string Program = """
        const azure = require("@pulumi/azure"), fs = require("fs");
        const group = new azure.core.ResourceGroup("first", { location: "westeurope" });
        if (fs.existsSync("hang")) {
            group.urn.apply(() => { fs.writeFileSync("child", String(process.pid)); setInterval(() => { }, 1000); });
        } else {
            new azure.core.ResourceGroup("second", { location: "westeurope" });
        }
        """;

    [NodeFact]
    public Task A_preview_ends_at_SIGINT() => PreviewedAsync("INT");

    [NodeFact]
    public Task A_preview_ends_at_SIGTERM() => PreviewedAsync("TERM");

    [NodeFact]
    public Task An_update_ends_at_SIGINT_and_goes_on_later() => ResumedAsync("INT");

    [NodeFact]
    public Task An_update_ends_at_SIGTERM_and_goes_on_later() => ResumedAsync("TERM");

    private static async Task PreviewedAsync(string signal)
    {
        using var sandbox = await InterruptedAsync("preview", signal);
        Assert.False(Directory.Exists(sandbox.At(".llmops")));
    }

    private static async Task ResumedAsync(string signal)
    {
        using var sandbox = await InterruptedAsync("up", signal);
        var file = sandbox.At(".llmops/dev.json");
        Assert.Equal(["first"], Made());
        File.Delete(sandbox.At("hang"));
        var (code, said) = await RunAsync(sandbox, "up", null);
        Assert.True(code == 0, said);
        Assert.Contains("1 to create", said, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], Made());

        IEnumerable<string> Made() => StateDocument.Read(file, mayBeMissing: false)!.Resources.Where(resource => resource.Type == "azure:core/resourceGroup:ResourceGroup").Select(resource => resource.Name).Order(StringComparer.Ordinal);
    }

    private static async Task<Sandbox> InterruptedAsync(string command, string signal)
    {
        var sandbox = new Sandbox();
        sandbox.Write("Pulumi.yaml", "name: interrupt\nruntime: nodejs\n");
        sandbox.Write("index.js", Program);
        sandbox.Write("hang", "");
        var (code, said) = await RunAsync(sandbox, command, signal);
        Assert.Equal(1, code);
        Assert.Contains("the run was interrupted", said, StringComparison.Ordinal);

        // Where nobody asks after it, what is left of a process is a zombie.
        var status = $"/proc/{File.ReadAllText(sandbox.At("child"))}/stat";
        Assert.True(SpinWait.SpinUntil(() => !File.Exists(status) || File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(30)));
        return sandbox;
    }

    private static async Task<(int Code, string Said)> RunAsync(Sandbox sandbox, string command, string? signal)
    {
        // Whoever started the tests in the background made them deaf to SIGINT, and their children too.
        var start = new ProcessStartInfo("env") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["--default-signal=INT", "dotnet", Sandbox.Built("llmops"), command, "-C", sandbox.Folder, "--stack", "dev", "--policy-config", sandbox.Write("off.json", """{ "all": "disabled" }""")])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (signal is not null)
        {
            Assert.True(SpinWait.SpinUntil(() => process.HasExited || (File.Exists(sandbox.At("child")) && File.ReadAllText(sandbox.At("child")).Length > 0), TimeSpan.FromMinutes(2)));
            Assert.False(process.HasExited, process.HasExited ? await error + await output : "");
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await error + await output);
    }
}
