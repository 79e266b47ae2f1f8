using System.Text;
using LlmOpsSecure.Attacks.Egress;
using LlmOpsSecure.Attacks.Guard;

namespace LlmOpsSecure.Attacks;

/// <summary><c>docs/attacks.md</c> is what the last run of all attacks observed; <c>LLMOPS_UPDATE=1</c> writes it anew.</summary>
public sealed class AttackReportTests
{
    private static string Docs { get; } = Path.Combine(StackFile.Root, "docs");

    [NeedsNamespacesTheory("haproxy", "squid", "ip", "nft", "setpriv", "sysctl", "mount", "umount", "dd")]
    [InlineData("attacks.md")]
    public async Task The_page_is_what_a_run_observes(string page)
    {
        var text = new StringBuilder("""
            # Attacks

            What is tried on the guards before model servers and tool servers, and on the way out of tool sandboxes, with the real programs, exactly the configuration that the
            components emit, and real traffic. Sandboxes, proxies, an internet, the metadata service and the cluster's own hosts are network namespaces around a router whose rules
            are made from the emitted network policies. This page is generated from a run:

                dotnet test tests/Attacks                       # tries every attack: Linux, root, Debian's haproxy, squid-openssl, iproute2, nftables
                LLMOPS_UPDATE=1 dotnet test tests/Attacks       # and writes this page anew

            *Stopped by* is the layer that answers; *policy* refuses the weakness before anything is deployed, and is empty where it shows at run time only.

            Limits are exact where one guard counts. Guards that count together hear of each other's counts in some milliseconds: of calls that go from one to the next, 20 ms apart, at
            most a third more than a limit passes (of 10, at most 13), of calls to all of them at the same moment at most the limit once for each guard; one that restarts learns the counts
            from the others. A guard that counts alone begins anew with a restart, and gives its part of the limit once more.

            The tests run Debian 12's HAProxy 2.6 and Squid 5.7. The kit deploys HAProxy 3.4: all of this was tried by hand with 3.4.0 too, which takes every emitted configuration
            without a warning, as 3.2 does.

            """.ReplaceLineEndings("\n"));
        await AddAsync(text, GuardAttackTests.One);
        await AddAsync(text, GuardAttackTests.Two);
        await AddAsync(text, GuardAttackTests.Three);
        await AddAsync(text, GuardAttackTests.Tools);
        await AddAsync(text, EgressAttackTests.Run);
        var file = Path.Combine(Docs, page);
        if (Environment.GetEnvironmentVariable("LLMOPS_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(file, text.ToString());
        }

        Assert.Equal(await File.ReadAllTextAsync(file), text.ToString());
    }

    private static async Task AddAsync<TWorld>(StringBuilder text, AttackRun<TWorld> run)
        where TWorld : IAsyncDisposable
    {
        text.Append($"\n## {char.ToUpperInvariant(run.Component[0])}{run.Component[1..]}\n\n| Attack | Stopped by | Observed | Policy |\n|---|---|---|---|\n");
        foreach (var result in await run.Results)
        {
            Assert.True(result.Policy.Length == 0 || File.Exists(Path.Combine(Docs, "policies", $"{result.Policy}.md")), $"{result.Claim}: there is no policy {result.Policy}");
            text.Append($"| {Cell(result.Claim)} | {result.StoppedBy} | {Cell(result.Observed)} | {(result.Policy.Length == 0 ? "" : $"[{result.Policy}](policies/{result.Policy}.md)")} |\n");
        }
    }

    private static string Cell(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
