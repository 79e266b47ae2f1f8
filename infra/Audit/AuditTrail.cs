using Pulumi;
using Pulumi.Azure.Monitoring;
using Pulumi.Azure.Monitoring.Inputs;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>Sends the logs of Azure resources to the workspace, to search, and to the archive, where nobody can change them.</summary>
/// <param name="WorkspaceId">Resource id of the workspace.</param>
/// <param name="ArchiveAccountId">Resource id of the archive's storage account.</param>
/// <param name="Parent">The component that the settings belong to.</param>
public sealed record AuditTrail(Input<string> WorkspaceId, Input<string> ArchiveAccountId, Resource Parent)
{
    /// <summary>Records the given categories of a resource, and all audit events where none is given.</summary>
    public DiagnosticSetting Of(string name, Input<string> resourceId, params string[] categories) => this.Record(name, resourceId, this.ArchiveAccountId, categories);

    /// <summary>Records the use of the archive itself, in the workspace only: an archive that recorded itself in itself would never rest.</summary>
    public DiagnosticSetting OfArchive(string name, Input<string> resourceId, params string[] categories) => this.Record(name, resourceId, null, categories);

    private DiagnosticSetting Record(string name, Input<string> resourceId, Input<string>? archive, string[] categories)
    {
        var args = new DiagnosticSettingArgs
        {
            Name = "audit",
            TargetResourceId = resourceId,
            LogAnalyticsWorkspaceId = this.WorkspaceId, // audit-logs-reach-a-workspace
            LogAnalyticsDestinationType = "Dedicated",
        };
        if (archive is not null)
        {
            args.StorageAccountId = archive;
        }

        foreach (var category in categories)
        {
            args.EnabledLogs.Add(new DiagnosticSettingEnabledLogArgs { Category = category });
        }

        if (categories.Length == 0)
        {
            args.EnabledLogs.Add(new DiagnosticSettingEnabledLogArgs { CategoryGroup = "allLogs" });
        }

        return new DiagnosticSetting($"audit-{name}", args, new() { Parent = this.Parent });
    }
}
