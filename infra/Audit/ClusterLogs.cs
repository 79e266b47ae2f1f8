using System.Text.Json;
using Pulumi;
using Pulumi.Azure.Monitoring;
using Pulumi.Azure.Monitoring.Inputs;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>
/// Collects what the containers write to their output. Lines of gateways, guards and egress proxies are stored as they are, because their form leaves no place
/// for prompts; of a line of any other container, a model server or a tool of a sandbox among them, only the length is.
/// </summary>
public sealed class ClusterLogs : ComponentResource
{
    /// <summary>The containers whose lines are stored: those whose form the kit sets.</summary>
    private static readonly string[] Writers = ["envoy", "guard", "gate", "squid"];

    // Only functions and operators that transformations have.
    private static readonly string Withholding = $$"""source | extend LogMessage = iif(ContainerName in ({{string.Join(", ", Writers.Select(name => $"'{name}'"))}}), LogMessage, parse_json(strcat('{"withheld":', strlen(tostring(LogMessage)), '}')))""";

    /// <summary>Makes the collection rule and attaches it to the cluster.</summary>
    public ClusterLogs(string name, ClusterLogsArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:audit:ClusterLogs", name, options)
    {
        var scope = args.Scope;
        var rule = new DataCollectionRule(name, new DataCollectionRuleArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("containers"),
            Kind = "Linux",
            DataCollectionEndpointId = args.CollectionEndpointId,
            DataSources = new DataCollectionRuleDataSourcesArgs
            {
                Extensions =
                {
                    new DataCollectionRuleDataSourcesExtensionArgs { Name = "containers", ExtensionName = "ContainerInsights", Streams = { "Microsoft-ContainerLogV2" }, ExtensionJson = Extension(args.Namespaces) },
                },
            },
            Destinations = new DataCollectionRuleDestinationsArgs { LogAnalytics = { new DataCollectionRuleDestinationsLogAnalyticArgs { Name = "workspace", WorkspaceResourceId = args.WorkspaceId } } },
            DataFlows = { new DataCollectionRuleDataFlowArgs { Streams = { "Microsoft-ContainerLogV2" }, Destinations = { "workspace" }, TransformKql = Withholding } }, // audit-container-logs-withhold-prompts
            Tags = scope.Tags,
        }, new() { Parent = this });
        _ = new DataCollectionRuleAssociation(name, new DataCollectionRuleAssociationArgs { Name = "containers", TargetResourceId = args.ClusterId, DataCollectionRuleId = rule.Id }, new() { Parent = this });
        _ = new DataCollectionRuleAssociation($"{name}-endpoint", new DataCollectionRuleAssociationArgs { Name = "configurationAccessEndpoint", TargetResourceId = args.ClusterId, DataCollectionEndpointId = args.CollectionEndpointId }, new() { Parent = this });
        this.RegisterOutputs();
    }

    private static string Extension(IReadOnlyList<string> namespaces) => JsonSerializer.Serialize(new
    {
        dataCollectionSettings = new { interval = "1m", namespaceFilteringMode = "Include", namespaces, enableContainerLogV2 = true },
    });
}
