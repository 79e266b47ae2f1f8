using System.Globalization;
using System.Text.Json.Nodes;
using LlmOpsSecure.Policies.Model;
using static LlmOpsSecure.CrossGuard.Tests.Calls;

namespace LlmOpsSecure.CrossGuard.Tests;

public sealed class ReportFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("llmops-reports-").FullName;
    private readonly StringWriter problems = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Directory.Delete(this.folder, recursive: true);
        this.problems.Dispose();
    }

    [Fact]
    public async Task A_pack_that_is_killed_without_a_word_has_written_what_it_answered()
    {
        var (sarif, markdown, junit, json, text, summary) = (this.At("out.sarif"), this.At("out.md"), this.At("out.xml"), this.At("out.json"), this.At("out.txt"), this.At("summary"));
        await File.WriteAllTextAsync(summary, "what the build said");
        using (var pack = await StartedPack.StartOursAsync("127.0.0.1:0", new Dictionary<string, string> { ["LLMOPS_REPORT"] = $"{sarif},{markdown}, {junit},{json},{text}", ["GITHUB_STEP_SUMMARY"] = summary }))
        {
            using var channel = Served.Connect(pack.Port);
            var client = new Protocol.Analyzer.AnalyzerClient(channel);
            await client.ConfigureStackAsync(new() { Stack = "prod", Project = "models", DryRun = true });
            await client.AnalyzeAsync(Analyze(Account, "{}", "weights"));
            pack.Process.Kill();
        }

        Assert.Contains("storage-", (string)JsonNode.Parse(await File.ReadAllTextAsync(sarif))!["runs"]![0]!["results"]![0]!["ruleId"]!, StringComparison.Ordinal);
        Assert.Equal("models/prod", (string)JsonNode.Parse(await File.ReadAllTextAsync(json))!["inputs"]![0]!["name"]!);
        Assert.All([markdown, junit, text, summary], file => Assert.Contains("weights", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.StartsWith("what the build said\n", await File.ReadAllTextAsync(summary), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(this.folder, "*.tmp"));
    }

    [Fact]
    public async Task The_stack_configuration_names_the_files_where_the_environment_does_not()
    {
        var file = this.At("configured.json");
        using var pack = await StartedPack.StartOursAsync("127.0.0.1:0");
        using var channel = Served.Connect(pack.Port);
        var client = new Protocol.Analyzer.AnalyzerClient(channel);
        await client.ConfigureStackAsync(new() { Stack = "dev", Project = "p", Config = { ["llmops:report"] = file } });
        await client.AnalyzeStackAsync(new() { Resources = { Resource(Group, "{}", "g") } });
        await client.CancelAsync(new());

        Assert.Equal(1, (int)JsonNode.Parse(await File.ReadAllTextAsync(file))!["inputs"]![0]!["resources"]!);
    }

    [Fact]
    public void A_report_of_an_earlier_run_does_not_outlive_the_start_of_the_next()
    {
        var file = this.At("out.json");
        File.WriteAllText(file, "of yesterday");
        using var reports = new ReportFiles(PolicyPack.Kit, file, null, this.problems);
        reports.Start("p/s", "");

        Assert.Equal(0, (int)JsonNode.Parse(File.ReadAllText(file))!["inputs"]![0]!["resources"]!);
    }

    [Fact]
    public void A_finding_is_reported_once_however_often_the_engine_asks()
    {
        var file = this.At("out.json");
        using var reports = new ReportFiles(PolicyPack.Kit, file, null, this.problems);
        var found = PolicyPack.Kit.Start().Analyze(new() { Type = Account, Name = "a", Urn = Urn(Account, "a"), Properties = PropertyValue.MapOf([]) });
        reports.Judged(Urn(Account, "a"), found);
        reports.Judged(Urn(Account, "a"), found);

        var input = JsonNode.Parse(File.ReadAllText(file))!["inputs"]![0]!;
        Assert.Equal(found.Count, input["findings"]!.AsArray().Count);
        Assert.Equal(1, (int)input["resources"]!);
    }

    [Fact]
    public void The_summary_is_replaced_as_the_run_goes_on_and_what_others_write_stays()
    {
        var file = this.At("summary.md");
        using (var reports = new ReportFiles(PolicyPack.Kit, "", file, this.problems))
        {
            reports.Start("p/s", "");
            File.AppendAllText(file, "of another tool\n");
            reports.Judged(Urn(Account, "a"), PolicyPack.Kit.Start().Analyze(new() { Type = Account, Name = "a", Urn = Urn(Account, "a"), Properties = PropertyValue.MapOf([]) }));
            reports.Write();
        }

        var text = File.ReadAllText(file);
        Assert.Single(text.Split("### llmops-policies")[1..]);
        Assert.Contains("rejected p/s", text, StringComparison.Ordinal);
        Assert.EndsWith("of another tool\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_once_and_stops_nothing()
    {
        var file = Path.Combine(this.folder, "absent", "out.sarif");
        using var reports = new ReportFiles(PolicyPack.Kit, $"{file},{this.At("out.md")}", null, this.problems);
        reports.Start("p/s", "");
        reports.Write();

        Assert.Single(this.problems.ToString().Split($"The report {file} cannot be written")[1..]);
        Assert.True(File.Exists(this.At("out.md")));
    }

    private string At(string name) => Path.Combine(this.folder, name);
}
