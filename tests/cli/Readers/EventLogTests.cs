using System.Text;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Tests.Readers;

/// <summary>Event logs and streamed previews, as the Pulumi engine writes them.</summary>
public sealed class EventLogTests
{
    private const string Prelude = """{"sequence":0,"timestamp":1,"preludeEvent":{"config":{"p:token":"[secret]"}}}""";

    [Fact]
    public void The_last_state_of_each_resource_counts()
    {
        var input = Read(
            Prelude,
            Event("resourcePreEvent", "create", """{"urn":"urn:pulumi:dev::p::azure:core/resourceGroup:ResourceGroup::rg","type":"azure:core/resourceGroup:ResourceGroup","inputs":{"location":"westeurope","tags":"[secret]"},"outputs":{}}"""),
            """{"sequence":3,"timestamp":1,"diagnosticEvent":{"message":"said"}}""",
            "",
            Event("resourcePreEvent", "delete", "null"),
            Event("resOutputsEvent", "create", """{"urn":"urn:pulumi:dev::p::azure:core/resourceGroup:ResourceGroup::rg","type":"azure:core/resourceGroup:ResourceGroup","inputs":{"location":"westeurope"},"outputs":{"location":"westeurope","id":"/the/id"}}"""));
        Assert.Equal(InputKind.Preview, input.Kind);
        var resource = Assert.Single(input.Inputs);
        Assert.Equal(("rg", "westeurope"), (resource.Name, resource.Properties["location"]!.Text));
        Assert.Equal("/the/id", Assert.Single(input.Stack.Resources).Properties["id"]!.Text);
    }

    [Theory]
    [InlineData("""{"sequence":1,"timestamp":1,"cancelEvent":{""", ":2:")]
    [InlineData("""{"other":1}""", ":2: an event of the engine is expected")]
    [InlineData("""{"sequence":1,"timestamp":1,"resourcePreEvent":{"metadata":{"new":{"inputs":1}}}}""", ":2: metadata.new: a resource must have a text 'urn'")]
    public void What_is_broken_is_named_by_its_line(string line, string problem) =>
        Assert.Contains(problem, Assert.Throws<InputException>(() => Read(Prelude, line)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_event_is_a_log_too() => Assert.Empty(Read(Prelude).Inputs);

    private static string Event(string kind, string op, string state) => $"{{\"sequence\":2,\"timestamp\":1,\"{kind}\":{{\"metadata\":{{\"op\":\"{op}\",\"new\":{state}}}}}}}";

    private static JudgedInput Read(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        return InputReader.Read("-", input);
    }
}
