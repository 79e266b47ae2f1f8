using LlmOpsSecure.Infra.Identity;
using LlmOpsSecure.Infra.Network;
using Pulumi;
using Pulumi.Azure.Monitoring;
using Pulumi.Azure.OperationalInsights;
using Pulumi.Azure.Sentinel;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>
/// The workspace of all logs: written and read over the private network only, without keys of its own, watched by Sentinel, and readable by the
/// auditors' group alone. Queries run against it are logged too.
/// </summary>
public sealed class AuditWorkspace : ComponentResource
{
    /// <summary>Resource id of the workspace.</summary>
    [Output("workspaceId")] public Output<string> WorkspaceId { get; private set; }

    /// <summary>The workspace's own id.</summary>
    [Output("workspaceGuid")] public Output<string> WorkspaceGuid { get; private set; }

    /// <summary>Resource id of the endpoint that collectors in the network send to.</summary>
    [Output("collectionEndpointId")] public Output<string> CollectionEndpointId { get; private set; }

    /// <summary>Makes the workspace.</summary>
    public AuditWorkspace(string name, AuditWorkspaceArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:audit:AuditWorkspace", name, options)
    {
        var scope = args.Scope;
        var workspace = new AnalyticsWorkspace(name, new AnalyticsWorkspaceArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("logs"),
            Sku = "PerGB2018",
            RetentionInDays = scope.Settings.Audit.RetentionDays, // audit-logs-are-kept
            InternetIngestionEnabled = false,     // audit-workspace-is-private
            InternetQueryEnabled = false,
            LocalAuthenticationEnabled = false,   // audit-workspace-has-no-keys
            AllowResourceOnlyPermissions = false, // audit-workspace-access-is-by-roles
            Tags = scope.Tags,
        }, new() { Parent = this, Protect = scope.Settings.IsProduction });
        _ = new LogAnalyticsWorkspaceOnboarding(name, new LogAnalyticsWorkspaceOnboardingArgs { WorkspaceId = workspace.Id }, new() { Parent = this });
        _ = Roles.AssignGroup($"{name}-auditors", scope.Settings.Groups.Auditors, Roles.LogReader, workspace.Id, "Auditors read the logs", this);

        this.CollectionEndpointId = this.PrivateLink(name, scope, args.Access, workspace);
        this.WorkspaceId = workspace.Id;
        this.WorkspaceGuid = workspace.WorkspaceId;
        this.RegisterOutputs();
    }

    private Output<string> PrivateLink(string name, PlatformScope scope, PrivateAccess access, AnalyticsWorkspace workspace)
    {
        var collection = new DataCollectionEndpoint(name, new DataCollectionEndpointArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("collection"),
            PublicNetworkAccessEnabled = false, // audit-collection-is-private
            Tags = scope.Tags,
        }, new() { Parent = this });
        var link = new PrivateLinkScope(name, new PrivateLinkScopeArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Name = scope.Name("monitor"),
            IngestionAccessMode = "PrivateOnly",
            QueryAccessMode = "PrivateOnly",
            Tags = scope.Tags,
        }, new() { Parent = this });
        foreach (var (part, id) in new[] { ("logs", workspace.Id), ("collection", collection.Id) })
        {
            _ = new PrivateLinkScopedService($"{name}-{part}", new PrivateLinkScopedServiceArgs { ResourceGroupName = scope.ResourceGroupName, Name = part, ScopeName = link.Name, LinkedResourceId = id }, new() { Parent = this });
        }

        _ = access.To($"{name}-monitor", link.Id, "azuremonitor", [.. access.Zones.MonitorIds, access.Zones.Id("blob")], this);
        return collection.Id;
    }
}
