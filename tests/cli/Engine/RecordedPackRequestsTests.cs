using System.Text.Json;
using LlmOpsSecure.Cli.Engine;
using LlmOpsSecure.Cli.Engine.Packs;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Tests.Engine;

/// <summary>A pack gets from our engine what it got from the real one: the same calls in the same order, with the same content, in the same folder.</summary>
public sealed class RecordedPackRequestsTests
{
    [NodeFact]
    public async Task A_pack_is_asked_what_the_real_engine_asked_it_step_by_step()
    {
        using var sandbox = new Sandbox("packs");
        await ReplayAsync(sandbox, "09-executable-preview", isPreview: true, null);
        var made = await ReplayAsync(sandbox, "10-executable-up", isPreview: false, null);
        made = await ReplayAsync(sandbox, "11-executable-up-same", isPreview: false, made.State);
        await ReplayAsync(sandbox, "12-both-packs", isPreview: true, made.State, nodePack: true);
        await ReplayAsync(sandbox, "13-executable-config", isPreview: true, made.State, conf: true);
        var violated = await ReplayAsync(sandbox, "17-executable-stack-violation", isPreview: true, made.State);
        Assert.Contains(violated.Findings, finding => finding is { Policy: "stack-has-vault", Blocks: true, Type: "pulumi:pulumi:Stack" });
        violated = await ReplayAsync(sandbox, "18-executable-up-stack-violation", isPreview: false, made.State);
        Assert.Contains(violated.Findings, finding => finding is { Policy: "stack-has-vault", Blocks: true });
        Assert.DoesNotContain(violated.State.Resources, resource => resource.Name.StartsWith("vault", StringComparison.Ordinal)); // deleted before the stack was judged, as by the real engine
    }

    private static async Task<OperationResult> ReplayAsync(Sandbox sandbox, string step, bool isPreview, StateDocument? against, bool nodePack = false, bool conf = false)
    {
        sandbox.Configured($"packs/{step}");
        var packs = new List<PackChoice> { new(sandbox.Recorder(), conf ? Sandbox.Recorded($"packs/{step}", "conf.json") : null) };
        if (nodePack)
        {
            packs.Insert(0, new(PackTests.NodePack(sandbox), null)); // the real engine keeps no order between packs; this is how it came
        }

        var result = await sandbox.RunAsync(isPreview, against, packs: [.. packs]);
        Assert.Null(result.Broken);
        Assert.False(result.Failed, string.Join('\n', result.Diagnostics.Select(diagnostic => diagnostic.Text)));

        var recorded = Sandbox.Lines(Sandbox.Recorded($"packs/{step}", "analyzer.jsonl"));
        var actual = Sandbox.Lines(sandbox.At("requests.jsonl"));
        Assert.Equal(Path.GetFileName(recorded[0].GetProperty("cwd").GetString()), Path.GetFileName(actual[0].GetProperty("cwd").GetString()));
        Assert.Equal(sandbox.At("infra"), actual[0].GetProperty("cwd").GetString());
        Assert.Single(actual[0].GetProperty("args").EnumerateArray(), argument => argument.GetString()!.StartsWith("127.0.0.1:", StringComparison.Ordinal));
        Assert.DoesNotContain(actual[0].GetProperty("env").EnumerateArray(), name => name.GetString() is "PULUMI_CONFIG" or "PULUMI_STACK" or "PULUMI_PROJECT" or "PULUMI_DRY_RUN");

        // Resources come in the order in which the program asks for them, which differs from run to run; around them, and for each of them, the order is the engine's.
        string Method(JsonElement call) => call.GetProperty("method").GetString()!;
        string Urn(JsonElement call) => call.TryGetProperty("request", out var request) ? RecordedCalls.Text(request, "urn") : "";
        Assert.Equal(recorded.Select(Method), actual.Select(Method));
        Assert.Equal(recorded.Select(Urn).Where(urn => urn.Length > 0).Order(StringComparer.Ordinal), actual.Select(Urn).Where(urn => urn.Length > 0).Order(StringComparer.Ordinal));
        foreach (var expected in recorded.Skip(1))
        {
            var found = actual.Single(call => Method(call) == Method(expected) && Urn(call) == Urn(expected));
            switch (Method(expected))
            {
                case "Handshake":
                    Assert.Equal(sandbox.At("recorder"), RecordedCalls.Text(found.GetProperty("request"), "rootDirectory"));
                    Assert.Equal(sandbox.At("recorder"), RecordedCalls.Text(found.GetProperty("request"), "programDirectory"));
                    break;
                case "AnalyzeStack":
                    var resources = Resources(found);
                    Assert.Equal(Resources(expected).Keys.Order(StringComparer.Ordinal), resources.Keys.Order(StringComparer.Ordinal));
                    foreach (var (urn, resource) in Resources(expected))
                    {
                        Equal(urn, resource, resources[urn], computed: true);
                    }

                    break;
                default:
                    Equal(Urn(expected), expected.GetProperty("request"), found.GetProperty("request"), computed: false);
                    break;
            }
        }

        return result;

        static Dictionary<string, JsonElement> Resources(JsonElement call) => call.GetProperty("request").GetProperty("resources").EnumerateArray().ToDictionary(resource => RecordedCalls.Text(resource, "urn"));
    }

    private static void Equal(string urn, JsonElement expected, JsonElement actual, bool computed)
    {
        foreach (var member in expected.EnumerateObject())
        {
            Assert.True(actual.TryGetProperty(member.Name, out var found), $"{urn}: {member.Name} is missing");
            if (member.Name != "properties")
            {
                Assert.True(JsonElement.DeepEquals(member.Value, found), $"{urn}: {member.Name} is {found}, but was {member.Value}");
                continue;
            }

            foreach (var property in member.Value.EnumerateObject())
            {
                Assert.True(found.TryGetProperty(property.Name, out var value), $"{urn}: {property.Name} is missing");
                var made = RecordedStateTests.IsMade(property.Value) || property.Name is "vaultUri" or "uri";
                Assert.True(made ? value.ValueKind == property.Value.ValueKind : JsonElement.DeepEquals(property.Value, value), $"{urn}: {property.Name} is {value}, but was {property.Value}");
            }

            // Beyond what the provider computes, a pack sees nothing more.
            Assert.True(computed || found.EnumerateObject().Count() == member.Value.EnumerateObject().Count(), $"{urn}: {found} has more than {member.Value}");
        }

        Assert.Equal(expected.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal), actual.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }
}
