using System.Text.Json;
using Pulumi;
using Pulumi.Azure.Monitoring;
using Pulumi.Azure.Monitoring.Inputs;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>
/// Collects what gateways, guards, egress proxies and sandboxes write to their output, and only that: the model servers' namespaces are collected
/// too, but they log no prompts and no answers.
/// </summary>
public sealed class ClusterLogs : ComponentResource
{
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
            DataFlows = { new DataCollectionRuleDataFlowArgs { Streams = { "Microsoft-ContainerLogV2" }, Destinations = { "workspace" } } },
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
