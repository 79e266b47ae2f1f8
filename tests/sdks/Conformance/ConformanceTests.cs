using System.Text.Json.Nodes;
using LlmOpsSecure.Sdks.Tests.Programs;

namespace LlmOpsSecure.Sdks.Tests.Conformance;

/// <summary>Programs make the calls that they made when they were built with the official packages (<c>Cases/README.md</c>).</summary>
public sealed class ConformanceTests(ProgramFolder programs) : IClassFixture<ProgramFolder>
{
    public static TheoryData<string> WithAnEngine => [.. Case.All.Where(one => !one.UsesMocks).Select(one => one.Claim)];

    public static TheoryData<string> WithMocks => [.. Case.All.Where(one => one.UsesMocks).Select(one => one.Claim)];

    [Theory]
    [MemberData(nameof(WithAnEngine))]
    public async Task A_program_makes_the_calls_that_it_makes_with_the_official_packages(string claim)
    {
        var one = new Case(claim);
        var program = programs.Build(claim, one.Source);
        var (preview, update) = (RecordAsync(one, program, preview: true), RecordAsync(one, program, preview: false));

        Assert.Empty(one.Differences("preview", await preview));
        Assert.Empty(one.Differences("update", await update));
    }

    [Theory]
    [MemberData(nameof(WithMocks))]
    public async Task A_test_with_mocks_sees_what_it_sees_with_the_official_packages(string claim)
    {
        var one = new Case(claim);
        var program = programs.Build(claim, one.Source, File.ReadAllText(Repository.Data("Conformance/Cases/MockRecord.cs")));
        var run = await ProgramRun.StartAsync(program, one.Folder, new Dictionary<string, string?>(StringComparer.Ordinal));

        Assert.Equal((0, ""), (run.ExitCode, run.Stderr));
        Assert.Equal(WireJson.Text(WireJson.Sorted(one.Document)!), WireJson.Text(WireJson.Sorted(WireJson.Parse(run.Plain(run.Stdout)))!));
    }

    [Fact]
    public async Task A_hundred_levels_arrive_and_come_back()
    {
        const string Source = """
            using Pulumi;
            return await Deployment.RunAsync(() =>
            {
                object value = "bottom";
                for (var i = 0; i < 50; i++) { value = new Dictionary<string, object> { [$"l{i}"] = new[] { value } }; }
                return new Dictionary<string, object?> { ["same"] = new Thing("deep", new ThingArgs { Value = value }).Value };
            });
            sealed class ThingArgs : ResourceArgs { [Input("value")] public Input<object>? Value { get; set; } }
            sealed class Thing(string name, ThingArgs args) : CustomResource("kit:index:Thing", name, args, options: null)
            {
                [Output("value")] public Output<object> Value { get; private set; } = null!;
            }
            """;
        var recording = await RecordAsync(new EngineRules(), programs.Build("a-hundred-levels", Source), AppContext.BaseDirectory, preview: false);

        Assert.Equal(0, (int)recording.End["exitCode"]!);
        var calls = recording.Lines.Select(WireJson.Parse).ToList();
        var sent = calls.Single(call => (string?)call["request"]!["name"] == "deep")["request"]!["object"]!["value"];
        var back = calls.Single(call => (string)call["method"]! == "RegisterResourceOutputs")["request"]!["outputs"]!["same"];
        Assert.Equal(100, Depth(sent));
        Assert.True(JsonNode.DeepEquals(sent, back));
    }

    [Fact]
    public async Task A_failure_that_the_engine_was_told_of_ends_with_32()
    {
        const string Source = """
            using Pulumi;
            return await Deployment.RunAsync(() => { _ = Output.Create(1).Apply(int (value) => throw new InvalidOperationException("nobody looks at me")); });
            """;
        var recording = await RecordAsync(new EngineRules(), programs.Build("unobserved", Source), AppContext.BaseDirectory, preview: true);

        Assert.Equal(32, (int)recording.End["exitCode"]!);
        Assert.Contains("nobody looks at me", (string)Assert.Single(recording.End["errors"]!.AsArray())!, StringComparison.Ordinal);
    }

    private static int Depth(JsonNode? node) => node switch
    {
        JsonObject map => 1 + map.Max(member => Depth(member.Value)),
        JsonArray list => 1 + list.Max(Depth),
        _ => 0,
    };

    private static Task<Recording> RecordAsync(Case one, string program, bool preview) => RecordAsync(EngineRules.Of(one.Folder), program, one.Folder, preview);

    private static async Task<Recording> RecordAsync(EngineRules rules, string program, string folder, bool preview)
    {
        await using var engine = new RecordingEngine(rules, preview);
        var address = await engine.StartAsync();
        var run = await ProgramRun.StartAsync(program, folder, rules.EnvironmentOf(address, preview, folder));
        return Recording.Of(engine.Calls, run);
    }
}
