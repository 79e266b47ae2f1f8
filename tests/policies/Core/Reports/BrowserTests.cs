using System.Diagnostics;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Network;
using LlmOpsSecure.Policies.Reports;
using LlmOpsSecure.Policies.Tests.Proofs;

namespace LlmOpsSecure.Policies.Tests.Reports;

/// <summary>The pages in a real browser, which gets them as one file.</summary>
public sealed class BrowserTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("llmops-pages-").FullName;

    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    [ChromiumFact]
    public async Task The_network_picture_opens_offline()
    {
        var proof = NetworkProof.Of(Resources.Stack(
            """{ "type": "kubernetes:core/v1:Pod", "name": "a", "properties": { "metadata": { "name": "<script>document.title = 'taken'</script>", "namespace": "gateway" }, "spec": { "containers": [] } } }""",
            """{ "type": "kubernetes:core/v1:Pod", "name": "b", "properties": { "metadata": { "name": "server", "namespace": "models" }, "spec": { "containers": [] } } }"""));
        await this.OpensAsync(NetworkPicture.ToHtml(NetworkAnswer.Of(proof), "prod"), "prod: what can reach what", "2 workloads");
    }

    [ChromiumFact]
    public async Task The_findings_open_offline()
    {
        var finding = new ReportFinding { Policy = "storage-is-private", Severity = Severity.High, Mandatory = true, Result = "violation", Urn = "urn:pulumi:s::p::t::<b onclick='x'>", Type = "t", Message = "<script>document.title = 'taken'</script>" };
        await this.OpensAsync(HtmlReport.Of(new("tool", [new("stack", "state", 1, [finding])])), "LlmOpsSecure", "Rejected");
    }

    // The page as the browser understood it, and a picture of it.
    private async Task OpensAsync(string page, string title, string content)
    {
        var (file, shot) = (Path.Combine(this.folder, "page.html"), Path.Combine(this.folder, "page.png"));
        await File.WriteAllTextAsync(file, page);
        var shown = await this.RunAsync("--dump-dom", new Uri(file).AbsoluteUri);
        Assert.Contains($"<title>{title}</title>", shown, StringComparison.Ordinal);
        Assert.Contains(content, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick=\"", shown, StringComparison.Ordinal);
        foreach (var size in new[] { "390,844", "1600,1000" })
        {
            await this.RunAsync($"--screenshot={shot}", $"--window-size={size}", new Uri(file).AbsoluteUri);
            Assert.True(new FileInfo(shot).Length > 5000, $"the page of {size} is blank");
            File.Delete(shot);
        }
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(ChromiumFactAttribute.Program!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(this.folder, Guid.NewGuid().ToString("N"))}", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
