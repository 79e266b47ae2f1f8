using System.Text.Json;
using System.Text.RegularExpressions;
using LlmOpsSecure.Infra.Tests.Recording;

namespace LlmOpsSecure.Infra.Tests.Audit;

/// <summary>The queries that run in Azure only, judged by the language service of Kusto with the columns that Azure Monitor documents for the tables.</summary>
public sealed partial class QueryTests
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["ContainerLogV2"] = "(TimeGenerated: datetime, Computer: string, ContainerId: string, ContainerName: string, KubernetesMetadata: dynamic, LogLevel: string, LogMessage: dynamic, LogSource: string, PodName: string, PodNamespace: string)",
        ["source"] = "(TimeGenerated: datetime, Computer: string, ContainerId: string, ContainerName: string, KubernetesMetadata: dynamic, LogLevel: string, LogMessage: dynamic, LogSource: string, PodName: string, PodNamespace: string)",
        ["AKSAuditAdmin"] = "(TimeGenerated: datetime, Annotations: dynamic, AuditId: string, Level: string, ObjectRef: dynamic, PodName: string, RequestObject: dynamic, RequestReceivedTime: datetime, RequestUri: string, ResponseObject: dynamic, ResponseStatus: dynamic, SourceIps: dynamic, Stage: string, User: dynamic, UserAgent: string, Verb: string)",
        ["AZKVAuditLogs"] = "(TimeGenerated: datetime, CallerIpAddress: string, CorrelationId: string, DurationMs: int, HttpStatusCode: int, Id: string, Identity: dynamic, OperationName: string, OperationVersion: string, Properties: dynamic, RequestUri: string, ResultDescription: string, ResultSignature: string, ResultType: string)",
        ["AZFWApplicationRule"] = "(TimeGenerated: datetime, Action: string, ActionReason: string, DestinationPort: int, Fqdn: string, IsExplicitProxyRequest: bool, IsTlsInspected: bool, Policy: string, Protocol: string, Rule: string, RuleCollection: string, RuleCollectionGroup: string, SourceIp: string, SourcePort: int, TargetUrl: string, WebCategory: string)",
        ["AZFWIdpsSignature"] = "(TimeGenerated: datetime, Action: string, Category: string, Description: string, DestinationIp: string, DestinationPort: int, Protocol: string, Severity: int, SignatureId: string, SourceIp: string, SourcePort: int)",
        ["StorageBlobLogs"] = "(TimeGenerated: datetime, AccountName: string, AuthenticationType: string, CallerIpAddress: string, Category: string, DestinationUri: string, ObjectKey: string, OperationName: string, RequesterObjectId: string, StatusCode: string, StatusText: string, Uri: string)",
    };

    // What a transformation may use: https://learn.microsoft.com/azure/azure-monitor/data-collection/data-collection-transformations-kql
    private static readonly string[] Transforming = ["extend", "project", "where", "iif", "case", "in", "parse_json", "strcat", "strlen", "tostring", "source"];

    [NodeFact]
    public async Task Every_search_of_the_alerts_reads_columns_that_exist()
    {
        var queries = await Emitted("azure:monitoring/scheduledQueryRulesAlertV2:ScheduledQueryRulesAlertV2", rule => rule["criterias"].Items.Single()["query"].AsText!);
        Assert.True(queries.Count > 5, $"{queries.Count} searches");
        foreach (var (name, answer) in await AskAsync(queries))
        {
            Assert.True(answer.Errors.Count == 0, $"{name}: {string.Join("; ", answer.Errors)}");
        }
    }

    [NodeFact]
    public async Task Only_containers_of_the_data_plane_write_text_into_the_trail()
    {
        var queries = await Emitted("azure:monitoring/dataCollectionRule:DataCollectionRule", rule => rule["dataFlows"].Items.Single()["transformKql"].AsText!);
        var query = Assert.Single(queries).Value;
        var answer = Assert.Single(await AskAsync(queries)).Value;
        Assert.Empty(answer.Errors);
        Assert.Equal("dynamic", answer.Columns["LogMessage"]);
        Assert.Equal(10, answer.Columns.Count);
        Assert.Empty(Words().Matches(Texts().Replace(query, "")).Select(word => word.Value).Except(Transforming.Append("ContainerName").Append("LogMessage"), StringComparer.Ordinal));
        Assert.Equal(["'envoy'", "'guard'", "'gate'", "'squid'"], Texts().Matches(query).Select(text => text.Value).Where(text => !text.Contains("withheld", StringComparison.Ordinal) && text != "'}'"));
    }

    [NodeFact]
    public async Task A_query_that_is_wrong_is_found()
    {
        var answers = await AskAsync(new() { ["column"] = "ContainerLogV2 | where Container == 'a'", ["syntax"] = "ContainerLogV2 | wher", ["table"] = "ContainerLogs | count", ["type"] = "ContainerLogV2 | where strlen(TimeGenerated) > 1" });
        Assert.All(answers.Values, answer => Assert.NotEmpty(answer.Errors));
    }

    private static async Task<Dictionary<string, string>> Emitted(string type, Func<Policies.Model.Resource, string> query) =>
        PolicyView.Of(await Recorded.Stack("production")).OfType(type).ToDictionary(resource => resource.Name, query, StringComparer.Ordinal);

    private static async Task<Dictionary<string, Answer>> AskAsync(Dictionary<string, string> queries)
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("queries.json", JsonSerializer.Serialize(new { tables = Tables, queries }));
        var (code, said) = await RealProgram.RunAsync("env", "node", Path.Combine(StackFile.Root, "tests", "node", "kql.mjs"), document);
        Assert.True(code == 0, said);
        return JsonSerializer.Deserialize<Dictionary<string, Answer>>(said, JsonSerializerOptions.Web)!;
    }

    private sealed record Answer(IReadOnlyList<string> Errors, IReadOnlyDictionary<string, string> Columns);

    [GeneratedRegex("'[^']*'", RegexOptions.NonBacktracking)]
    private static partial Regex Texts();

    [GeneratedRegex("[A-Za-z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
