using System.Collections.Concurrent;

namespace LlmOpsSecure.Policies.Model;

/// <summary>
/// Brings the type tokens under which a resource may come to one spelling: API versions and <c>Patch</c> of Kubernetes kinds, groups and cases that are not a kind's own, and <c>azure-native</c> versions.
/// </summary>
public static class TypeToken
{
    // The tokens that the azure provider keeps for resources which it has renamed.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["azure:role/assignment:Assignment"] = "azure:authorization/assignment:Assignment",
        ["azure:role/definition:Definition"] = "azure:authorization/roleDefinition:RoleDefinition",
        ["azure:msi/userAssignedIdentity:UserAssignedIdentity"] = "azure:authorization/userAssignedIdentity:UserAssignedIdentity",
        ["azure:containerservice/registryWebook:RegistryWebook"] = "azure:containerservice/registryWebhook:RegistryWebhook",
        ["azure:core/templateDeployment:TemplateDeployment"] = "azure:core/resourceGroupTemplateDeployment:ResourceGroupTemplateDeployment",
        ["azure:eventhub/namespace:Namespace"] = "azure:servicebus/namespace:Namespace",
        ["azure:eventhub/queue:Queue"] = "azure:servicebus/queue:Queue",
        ["azure:eventhub/topic:Topic"] = "azure:servicebus/topic:Topic",
        ["azure:keyvault/certifiate:Certifiate"] = "azure:keyvault/certificate:Certificate",
        ["azure:managementgroups/managementGroup:ManagementGroup"] = "azure:management/group:Group",
        ["azure:managementresource/manangementLock:ManangementLock"] = "azure:management/lock:Lock",
        ["azure:eventhub/domain:Domain"] = "azure:eventgrid/domain:Domain",
        ["azure:eventhub/eventGridTopic:EventGridTopic"] = "azure:eventgrid/topic:Topic",
        ["azure:eventhub/eventHubAuthorizationRule:EventHubAuthorizationRule"] = "azure:eventhub/authorizationRule:AuthorizationRule",
        ["azure:eventhub/eventHubConsumerGroup:EventHubConsumerGroup"] = "azure:eventhub/consumerGroup:ConsumerGroup",
        ["azure:eventhub/eventSubscription:EventSubscription"] = "azure:eventgrid/eventSubscription:EventSubscription",
        ["azure:eventhub/namespaceAuthorizationRule:NamespaceAuthorizationRule"] = "azure:servicebus/namespaceAuthorizationRule:NamespaceAuthorizationRule",
        ["azure:eventhub/queueAuthorizationRule:QueueAuthorizationRule"] = "azure:servicebus/queueAuthorizationRule:QueueAuthorizationRule",
        ["azure:eventhub/subscription:Subscription"] = "azure:servicebus/subscription:Subscription",
        ["azure:eventhub/subscriptionRule:SubscriptionRule"] = "azure:servicebus/subscriptionRule:SubscriptionRule",
        ["azure:eventhub/topicAuthorizationRule:TopicAuthorizationRule"] = "azure:servicebus/topicAuthorizationRule:TopicAuthorizationRule",
        ["azure:sentinel/authomationRule:AuthomationRule"] = "azure:sentinel/automationRule:AutomationRule",
        ["azure:trafficmanager/profile:Profile"] = "azure:network/trafficManagerProfile:TrafficManagerProfile",
        ["azure:compute/virtualMachineRestorePointCollection:VirtualMachineRestorePointCollection"] = "azure:compute/restorePointCollection:RestorePointCollection",
        ["azure:cosmosdb/mongoCluster:MongoCluster"] = "azure:mongocluster/mongoCluster:MongoCluster",
        ["azure:mysql/flexibleServerActiveDirectoryAdministrator:FlexibleServerActiveDirectoryAdministrator"] = "azure:mysql/flexibleServerActiveDirectoryAdministratory:FlexibleServerActiveDirectoryAdministratory",
        ["azure:sql/sqlServer:SqlServer"] = "azure:mssql/server:Server",
        ["azure:sql/database:Database"] = "azure:mssql/database:Database",
    };

    // The built-in kinds that come under groups which they have left, or under one that was never theirs; manifests in use have both, and other cases too.
    private static readonly Dictionary<string, string> BuiltIn = new (string Group, string[] Kinds)[]
    {
        ("core", ["Pod", "PodTemplate", "ReplicationController", "Service", "ServiceAccount", "Secret", "ConfigMap", "Namespace"]),
        ("apps", ["Deployment", "DaemonSet", "ReplicaSet", "StatefulSet"]),
        ("batch", ["Job", "CronJob"]),
        ("autoscaling", ["HorizontalPodAutoscaler"]),
        ("networking.k8s.io", ["Ingress", "NetworkPolicy"]),
        ("policy", ["PodDisruptionBudget", "PodSecurityPolicy"]),
        ("rbac.authorization.k8s.io", ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]),
    }.SelectMany(home => home.Kinds, (home, kind) => (Kind: kind, Token: $"kubernetes:{home.Group}:{kind}")).ToDictionary(one => one.Kind, one => one.Token, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> BuiltInGroups = [.. BuiltIn.Values.Select(token => token.Split(':')[1]), "extensions"];

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The canonical token: equal for two tokens exactly if they name the same kind of resource.</summary>
    public static string Canonical(string type) => Known.TryGetValue(type, out var known) ? known : Known.Count > 10_000 ? Make(type) : Known.GetOrAdd(type, Make);

    private static string Make(string type)
    {
        if (type.StartsWith("azure-native", StringComparison.Ordinal) && type.Split(':') is [_, var module, var resource])
        {
            return $"azure-native:{module.Split('/')[0]}:{resource}";
        }

        if (Renamed.TryGetValue(type, out var renamed))
        {
            return renamed;
        }

        if (!type.StartsWith("kubernetes:", StringComparison.Ordinal) || type.LastIndexOf(':') is var colon && colon < "kubernetes:".Length)
        {
            return type;
        }

        var (group, kind) = (type["kubernetes:".Length..colon], type[(colon + 1)..]);
        var slash = group.IndexOf('/', StringComparison.Ordinal);
        group = slash >= 0 ? group[..slash] : group is "v1" or "core" ? "core" : group;
        kind = kind.EndsWith("Patch", StringComparison.Ordinal) && kind.Length > "Patch".Length ? kind[..^"Patch".Length] : kind;
        return BuiltIn.TryGetValue(kind, out var home) && BuiltInGroups.Contains(group) ? home : $"kubernetes:{group}:{kind}";
    }
}
