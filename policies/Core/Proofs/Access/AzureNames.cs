using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>The type tokens that the identity proof reads, and how it names resources.</summary>
internal static class AzureNames
{
    public const string ResourceGroup = "azure:core/resourceGroup:ResourceGroup";
    public const string Assignment = "azure:authorization/assignment:Assignment";
    public const string RoleDefinition = "azure:authorization/roleDefinition:RoleDefinition";
    public const string Identity = "azure:authorization/userAssignedIdentity:UserAssignedIdentity";
    public const string Federation = "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential";
    public const string Cluster = "azure:containerservice/kubernetesCluster:KubernetesCluster";
    public const string Registry = "azure:containerservice/registry:Registry";
    public const string KeyVault = "azure:keyvault/keyVault:KeyVault";
    public const string VaultKey = "azure:keyvault/key:Key";
    public const string VaultAccess = "azure:keyvault/accessPolicy:AccessPolicy";
    public const string StorageAccount = "azure:storage/account:Account";
    public const string StorageContainer = "azure:storage/container:Container";
    public const string BusNamespace = "azure:servicebus/namespace:Namespace";
    public const string BusQueue = "azure:servicebus/queue:Queue";
    public const string BusTopic = "azure:servicebus/topic:Topic";
    public const string Workspace = "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace";
    public const string DiagnosticSetting = "azure:monitoring/diagnosticSetting:DiagnosticSetting";
    public const string Subnet = "azure:network/subnet:Subnet";
    public const string VirtualNetwork = "azure:network/virtualNetwork:VirtualNetwork";
    public const string RouteTable = "azure:network/routeTable:RouteTable";
    public const string SecurityGroup = "azure:network/networkSecurityGroup:NetworkSecurityGroup";
    public const string FirewallPolicy = "azure:network/firewallPolicy:FirewallPolicy";
    public const string PrivateZone = "azure:privatedns/zone:Zone";

    /// <summary>Assignments, also those that wait for activation.</summary>
    public static IReadOnlyList<string> Assignments { get; } = [Assignment, "azure:pim/activeRoleAssignment:ActiveRoleAssignment", "azure:pim/eligibleRoleAssignment:EligibleRoleAssignment"];

    /// <summary>Kind and name of a resource: <c>container models-weights</c>.</summary>
    public static string Title(Resource resource)
    {
        var kind = resource.Type[(resource.Type.LastIndexOf(':') + 1)..];
        return $"{char.ToLowerInvariant(kind[0])}{string.Concat(kind[1..].Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"))} {resource.Name}";
    }
}
