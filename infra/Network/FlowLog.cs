using Pulumi;
using Pulumi.Azure.Network;
using Pulumi.Azure.Network.Inputs;

namespace LlmOpsSecure.Infra.Network;

/// <summary>Every flow of the network, kept in the archive and analysed in the workspace.</summary>
public sealed class FlowLog : ComponentResource
{
    /// <summary>Makes the watcher and the flow log.</summary>
    public FlowLog(string name, FlowLogArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:network:FlowLog", name, options)
    {
        var scope = args.Scope;
        var watcher = new NetworkWatcher(name, new NetworkWatcherArgs { ResourceGroupName = scope.ResourceGroupName, Location = scope.Location, Name = scope.Name("watcher"), Tags = scope.Tags }, new() { Parent = this });
        _ = new NetworkWatcherFlowLog(name, new NetworkWatcherFlowLogArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("flows"),
            NetworkWatcherName = watcher.Name,
            TargetResourceId = args.NetworkId, // network-flows-are-logged
            StorageAccountId = args.ArchiveAccountId,
            Enabled = true,
            Version = 2,
            RetentionPolicy = new NetworkWatcherFlowLogRetentionPolicyArgs { Enabled = true, Days = 365 },
            TrafficAnalytics = new NetworkWatcherFlowLogTrafficAnalyticsArgs
            {
                Enabled = true,
                IntervalInMinutes = 10,
                WorkspaceId = args.WorkspaceGuid,
                WorkspaceRegion = scope.Location,
                WorkspaceResourceId = args.WorkspaceId,
            },
            Tags = scope.Tags,
        }, new() { Parent = this });
        this.RegisterOutputs();
    }
}
