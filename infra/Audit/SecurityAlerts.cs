using Pulumi;
using Pulumi.Azure.Monitoring;
using Pulumi.Azure.Monitoring.Inputs;

namespace LlmOpsSecure.Infra.Audit;

/// <summary>Tells people when logs show an attack, and when somebody changes roles, policies, network rules or the logging itself.</summary>
public sealed class SecurityAlerts : ComponentResource
{
    private static readonly (string Name, string Operation)[] Changes =
    [
        ("role-assigned", "Microsoft.Authorization/roleAssignments/write"),
        ("role-removed", "Microsoft.Authorization/roleAssignments/delete"),
        ("policy-removed", "Microsoft.Authorization/policyAssignments/delete"),
        ("audit-setting-removed", "Microsoft.Insights/diagnosticSettings/delete"),
        ("lock-removed", "Microsoft.Authorization/locks/delete"),
        ("network-rules-changed", "Microsoft.Network/networkSecurityGroups/write"),
        ("firewall-rules-changed", "Microsoft.Network/firewallPolicies/ruleCollectionGroups/write"),
        ("public-address-made", "Microsoft.Network/publicIPAddresses/write"),
        ("vault-changed", "Microsoft.KeyVault/vaults/write"),
    ];

    /// <summary>Resource id of the action group.</summary>
    [Output("actionGroupId")] public Output<string> ActionGroupId { get; private set; }

    /// <summary>Makes the action group and the alerts.</summary>
    public SecurityAlerts(string name, SecurityAlertsArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:audit:SecurityAlerts", name, options)
    {
        var scope = args.Scope;
        var group = new ActionGroup(name, new ActionGroupArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Name = scope.Name("security"),
            ShortName = "llmsec",
            EmailReceivers = [.. scope.Settings.Audit.Contacts.Select((contact, index) => new ActionGroupEmailReceiverArgs { Name = $"contact-{index}", EmailAddress = contact, UseCommonAlertSchema = true })], // audit-alerts-reach-somebody
            Tags = scope.Tags,
        }, new() { Parent = this });
        foreach (var search in LogSearch.All)
        {
            _ = new ScheduledQueryRulesAlertV2($"{name}-{search.Name}", Search(args, search, group), new() { Parent = this });
        }

        foreach (var (change, operation) in Changes)
        {
            _ = new ActivityLogAlert($"{name}-{change}", Change(args, change, operation, group), new() { Parent = this });
        }

        this.ActionGroupId = group.Id;
        this.RegisterOutputs();
    }

    private static ScheduledQueryRulesAlertV2Args Search(SecurityAlertsArgs args, LogSearch search, ActionGroup group) => new()
    {
        ResourceGroupName = args.Scope.ResourceGroupName,
        Location = args.Scope.Location,
        Name = search.Name,
        Enabled = true,
        Severity = search.Severity,
        Scopes = args.WorkspaceId,
        EvaluationFrequency = "PT5M",
        WindowDuration = "PT15M",
        SkipQueryValidation = true, // the tables exist only after the first log has arrived
        Criterias = { new ScheduledQueryRulesAlertV2CriteriaArgs { Query = search.Query, Operator = "GreaterThan", Threshold = search.Threshold, TimeAggregationMethod = "Count" } },
        Action = new ScheduledQueryRulesAlertV2ActionArgs { ActionGroups = { group.Id } },
        Tags = args.Scope.Tags,
    };

    private static ActivityLogAlertArgs Change(SecurityAlertsArgs args, string name, string operation, ActionGroup group) => new()
    {
        ResourceGroupName = args.Scope.ResourceGroupName,
        Location = "global",
        Name = name,
        Enabled = true,
        Scopes = args.ResourceGroupIds,
        Criteria = new ActivityLogAlertCriteriaArgs { Category = "Administrative", OperationName = operation, Status = "Succeeded" },
        Actions = { new ActivityLogAlertActionArgs { ActionGroupId = group.Id } },
        Tags = args.Scope.Tags,
    };
}
