using System.Text.Json.Nodes;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.CrossGuard.Tests;

/// <summary>What the real engine (3.260.0) asked an executable pack, asked again.</summary>
public sealed class RecordingTests
{
    public static TheoryData<string> Recordings() => new(Directory.EnumerateFiles(Path.Combine(Repository.Tests, "recordings"), "*.jsonl")
        .Concat(Repository.Shared("fixtures/real-engine") is { } shared ? Directory.EnumerateFiles(shared, "analyzer.jsonl", SearchOption.AllDirectories) : [])
        .Select(file => Path.GetRelativePath(Repository.Root, file)));

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Our_pack_answers_every_recorded_request(string recording)
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var answered = 0;
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Repository.Root, recording)))
        {
            var call = JsonNode.Parse(line)!.AsObject();
            if ((string)call["method"]! == "(started)")
            {
                continue;
            }

            var answer = await Calls.MakeAsync(served.Client, call);
            Assert.NotNull(answer);
            if (answer is AnalyzeResponse judged)
            {
                Assert.DoesNotContain(judged.Diagnostics, diagnostic => diagnostic.Message.Contains("canary", StringComparison.Ordinal) || diagnostic.Message.Contains(" failed with ", StringComparison.Ordinal));
            }

            answered++;
        }

        Assert.True(answered > 5, $"{recording} has {answered} requests.");
    }

    [Fact]
    public async Task The_recorded_storage_account_and_vault_are_judged()
    {
        await using var served = await Served.StartAsync(PolicyPack.Kit);
        var judged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Repository.Tests, "recordings", "09-executable-preview.jsonl")))
        {
            var call = JsonNode.Parse(line)!.AsObject();
            if ((string)call["method"]! == "Analyze")
            {
                judged[(string)call["request"]!["type"]!] = ((AnalyzeResponse)(await Calls.MakeAsync(served.Client, call))!).Diagnostics.Count;
            }
        }

        Assert.True(judged[Calls.Account] > 0);
        Assert.Equal(0, judged["pulumi:pulumi:Stack"]);
    }
}
