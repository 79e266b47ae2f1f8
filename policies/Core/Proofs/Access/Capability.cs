using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Something worth knowing that a role lets its holder do with resources of some types.</summary>
/// <param name="Id">Its name in the JSON form.</param>
/// <param name="Title">Its name in texts, after "it".</param>
/// <param name="Operation">The operation that it takes.</param>
/// <param name="Types">The types of resources that it is asked about.</param>
internal sealed record Capability(string Id, string Title, Operation Operation, params IReadOnlyList<string> Types)
{
    /// <summary>An operation on the resource that leads to the same where the resource still has keys; null for none.</summary>
    public Operation? ByKeys { get; init; }

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Capability> All { get; } =
    [
        new("blobs-read", "reads blobs", Operation.ReadBlobs, AzureNames.StorageContainer) { ByKeys = Operation.ListStorageKeys },
        new("blobs-write", "writes blobs", Operation.WriteBlobs, AzureNames.StorageContainer) { ByKeys = Operation.ListStorageKeys },
        new("blobs-delete", "deletes blobs", Operation.DeleteBlobs, AzureNames.StorageContainer) { ByKeys = Operation.ListStorageKeys },
        new("container-delete", "deletes the container", Operation.DeleteContainer, AzureNames.StorageContainer),
        new("account-change", "changes the account", Operation.WriteAccount, AzureNames.StorageAccount),
        new("account-delete", "deletes the account", Operation.DeleteAccount, AzureNames.StorageAccount),
        new("messages-send", "sends messages", Operation.SendMessages, AzureNames.BusQueue, AzureNames.BusTopic) { ByKeys = Operation.ListBusKeys },
        new("messages-receive", "receives messages", Operation.ReceiveMessages, AzureNames.BusQueue, AzureNames.BusTopic) { ByKeys = Operation.ListBusKeys },
        new("secrets-read", "reads secrets", Operation.ReadSecrets, AzureNames.KeyVault) { ByKeys = Operation.WriteVaultAccess },
        new("secrets-write", "writes secrets", Operation.WriteSecrets, AzureNames.KeyVault) { ByKeys = Operation.WriteVaultAccess },
        new("keys-use", "decrypts with keys", Operation.UseKeys, AzureNames.VaultKey, AzureNames.KeyVault) { ByKeys = Operation.WriteVaultAccess },
        new("vault-delete", "deletes the vault", Operation.DeleteVault, AzureNames.KeyVault),
        new("images-pull", "pulls images", Operation.PullImages, AzureNames.Registry) { ByKeys = Operation.PullAllImages },
        new("images-push", "pushes images", Operation.PushImages, AzureNames.Registry) { ByKeys = Operation.PushAllImages },
        new("logs-read", "reads logs", Operation.ReadLogs, AzureNames.Workspace),
        new("logs-delete", "deletes the workspace", Operation.DeleteWorkspace, AzureNames.Workspace),
        new("logs-purge", "purges logs", Operation.PurgeLogs, AzureNames.Workspace),
        new("recording-stop", "stops the recording", Operation.DeleteDiagnostics, AzureNames.DiagnosticSetting),
        new("cluster-change", "changes the cluster", Operation.WriteCluster, AzureNames.Cluster),
        new("pods-read", "reads the cluster's objects", Operation.KubernetesRead, AzureNames.Cluster),
        new("identity-assign", "hands the identity to machines", Operation.AssignIdentity, AzureNames.Identity),
        new("subnet-join", "joins machines to the subnet", Operation.JoinSubnet, AzureNames.Subnet),
        new("routes-change", "changes routes", Operation.WriteRoutes, AzureNames.RouteTable),
        new("rules-change", "changes the security group", Operation.WriteSecurityGroup, AzureNames.SecurityGroup),
        new("firewall-change", "changes the firewall's rules", Operation.WriteFirewall, AzureNames.FirewallPolicy),
        new("names-change", "changes names of the zone", Operation.WriteZone, AzureNames.PrivateZone),
        new("roles-write", "gives roles", Operation.WriteRoles, AzureNames.ResourceGroup, AzureNames.StorageAccount, AzureNames.KeyVault, AzureNames.Cluster, AzureNames.Workspace),
    ];

    /// <summary>Whether keys still open the resource, so that who gets the keys needs no role of the data plane.</summary>
    public static bool HasKeys(Resource resource) => resource.Type switch
    {
        AzureNames.StorageAccount => resource["sharedAccessKeyEnabled"].AsBoolean != false,
        AzureNames.BusNamespace => resource["localAuthEnabled"].AsBoolean != false,
        AzureNames.KeyVault => VaultGoesByRoles(resource) != Truth.Yes,
        AzureNames.Registry => true,
        _ => false,
    };

    /// <summary>Whether roles, not access policies, decide about the contents of a vault.</summary>
    public static Truth VaultGoesByRoles(Resource vault)
    {
        var setting = vault["rbacAuthorizationEnabled"].IsAbsent ? vault["enableRbacAuthorization"] : vault["rbacAuthorizationEnabled"];
        setting = setting.IsUnknown && vault["enableRbacAuthorization"].IsKnown ? vault["enableRbacAuthorization"] : setting;
        return setting.IsUnknown ? Truth.Maybe : setting.AsBoolean == true ? Truth.Yes : Truth.No;
    }
}
