namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Azure's built-in roles that people give, with what each allows, from Microsoft's role reference of August 2026. A role that is not here is taken for one that allows anything.</summary>
internal static class BuiltInRoles
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";
    private const string Bus = "Microsoft.ServiceBus/namespaces/";
    private const string Vault = "Microsoft.KeyVault/vaults/";
    private const string Aks = "Microsoft.ContainerService/managedClusters/";
    private const string Registry = "Microsoft.ContainerRegistry/registries/";

    private static readonly string[] NoGrants = ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write", "Microsoft.Authorization/elevateAccess/Action"];

    private static readonly AzureRole[] All =
    [
        Control("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "*"),
        Control("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c", "*") with { NotActions = NoGrants },
        Control("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", "*/read"),
        Control("User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "*/read", "Microsoft.Authorization/*"),
        Control("Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168", "*/read", "Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleAssignments/delete"),

        Data("Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", Blobs + "*") with { Actions = ["Microsoft.Storage/storageAccounts/blobServices/containers/*"] },
        Data("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe", Blobs + "read", Blobs + "write", Blobs + "delete", Blobs + "move/action", Blobs + "add/action") with
        {
            Actions = ["Microsoft.Storage/storageAccounts/blobServices/containers/read", "Microsoft.Storage/storageAccounts/blobServices/containers/write", "Microsoft.Storage/storageAccounts/blobServices/containers/delete"],
        },
        Data("Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", Blobs + "read") with { Actions = ["Microsoft.Storage/storageAccounts/blobServices/containers/read"] },
        Control("Storage Blob Delegator", "db58b8e5-c6ad-4a2a-8342-4190687cbf4a", "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action"),
        Control("Storage Account Contributor", "17d1049b-9a84-46fb-8f53-869881c3d3ab", "Microsoft.Storage/storageAccounts/*", "Microsoft.Insights/diagnosticSettings/*", "Microsoft.Authorization/*/read"),
        Control("Storage Account Key Operator Service Role", "81a9662b-bebf-436f-a333-f67b29880f12", "Microsoft.Storage/storageAccounts/listkeys/action", "Microsoft.Storage/storageAccounts/regeneratekey/action"),
        Control("Reader and Data Access", "c12c1c16-33a1-487b-954d-41c89c60f349", "Microsoft.Storage/storageAccounts/listKeys/action", "Microsoft.Storage/storageAccounts/read"),

        Data("Key Vault Administrator", "00482a5a-887f-4fb3-b363-3b7fe8e74483", Vault + "*"),
        Data("Key Vault Reader", "21090545-7ca7-4776-b22c-e363652d74d2", Vault + "*/read", Vault + "secrets/readMetadata/action"),
        Data("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6", Vault + "secrets/getSecret/action", Vault + "secrets/readMetadata/action"),
        Data("Key Vault Secrets Officer", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", Vault + "secrets/*"),
        Data("Key Vault Certificate User", "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba", Vault + "certificates/read", Vault + "secrets/getSecret/action", Vault + "secrets/readMetadata/action", Vault + "keys/read"),
        Data("Key Vault Certificates Officer", "a4417e6f-fecd-4de8-b567-7b0420556985", Vault + "certificatecas/*", Vault + "certificates/*", Vault + "certificatecontacts/write"),
        Data("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424", Vault + "keys/read", Vault + "keys/update/action", Vault + "keys/backup/action", Vault + "keys/encrypt/action", Vault + "keys/decrypt/action", Vault + "keys/wrap/action", Vault + "keys/unwrap/action", Vault + "keys/sign/action", Vault + "keys/verify/action"),
        Data("Key Vault Crypto Officer", "14b46e9e-c2b7-41b4-b07b-48a6ebf60603", Vault + "keys/*", Vault + "keyrotationpolicies/*"),
        Data("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6", Vault + "keys/read", Vault + "keys/wrap/action", Vault + "keys/unwrap/action"),
        Control("Key Vault Contributor", "f25e0fa2-a7c8-4377-a976-54943a77a395", Vault + "*", "Microsoft.KeyVault/*") with { NotActions = ["Microsoft.KeyVault/locations/deletedVaults/purge/action", "Microsoft.KeyVault/hsmPools/*"] },

        Control("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d", Registry + "pull/read"),
        Control("AcrPush", "8311e382-0749-4cb8-b61a-304f252e45ec", Registry + "pull/read", Registry + "push/write"),
        Control("AcrDelete", "c2f4ef07-c644-48eb-af81-4b1b4947fb11", Registry + "artifacts/delete"),
        Data("Container Registry Repository Reader", "b93aa761-3e63-49ed-ac28-beffa264f7ac", Registry + "repositories/metadata/read", Registry + "repositories/content/read"),
        Data("Container Registry Repository Writer", "2a1e307c-b015-4ebd-883e-5b7698a07328", Registry + "repositories/metadata/read", Registry + "repositories/content/read", Registry + "repositories/metadata/write", Registry + "repositories/content/write"),

        Data("Azure Service Bus Data Sender", "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", Bus + "messages/send/action"),
        Data("Azure Service Bus Data Receiver", "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", Bus + "messages/receive/action"),
        Data("Azure Service Bus Data Owner", "090c5cfd-751d-490a-894a-3ce6f1109419", Bus + "*") with { Actions = [Bus + "*"] },

        Control("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7", "Microsoft.Network/*", "Microsoft.Authorization/*/read", "Microsoft.Insights/alertRules/*", "Microsoft.Resources/deployments/*"),
        Control("Private DNS Zone Contributor", "b12aa53e-6015-4669-85d0-8515ebb3ae7f", "Microsoft.Network/privateDnsZones/*", "Microsoft.Network/virtualNetworks/read", "Microsoft.Network/virtualNetworks/join/action", "Microsoft.Authorization/*/read"),
        Control("Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830", "Microsoft.ManagedIdentity/userAssignedIdentities/*/read", "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action", "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", "Microsoft.Authorization/*/read"),
        Control("Managed Identity Contributor", "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59", "Microsoft.ManagedIdentity/userAssignedIdentities/*", "Microsoft.Authorization/*/read"),
        Control("Virtual Machine Contributor", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c", "Microsoft.Compute/virtualMachines/*", "Microsoft.Compute/virtualMachineScaleSets/*", "Microsoft.Compute/disks/*", "Microsoft.Network/networkInterfaces/*", "Microsoft.Network/virtualNetworks/subnets/join/action", "Microsoft.Storage/storageAccounts/listKeys/action"),

        Control("Log Analytics Reader", "73c42c96-874c-492b-b04d-ab87d138a893", "*/read", "Microsoft.OperationalInsights/workspaces/analytics/query/action", "Microsoft.OperationalInsights/workspaces/search/action") with { NotActions = ["Microsoft.OperationalInsights/workspaces/sharedKeys/read"] },
        Control("Log Analytics Contributor", "92aaf0da-9dab-42b6-94a3-d43ce8d16293", "*/read", "Microsoft.OperationalInsights/*", "Microsoft.Insights/diagnosticSettings/*", "Microsoft.Storage/storageAccounts/listKeys/action", "Microsoft.Compute/virtualMachines/extensions/*"),
        Control("Monitoring Reader", "43d0d8ad-25c7-4714-9337-8ba259a9fe05", "*/read", "Microsoft.OperationalInsights/workspaces/search/action"),
        Control("Monitoring Contributor", "749f88d5-cbae-40b8-bcfc-e573ddc772fa", "*/read", "Microsoft.Insights/*", "Microsoft.OperationalInsights/workspaces/write", "Microsoft.OperationalInsights/workspaces/search/action"),
        Data("Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb", "Microsoft.Insights/Metrics/Write", "Microsoft.Insights/Telemetry/Write"),
        Control("Security Admin", "fb1c8493-542b-48eb-b624-b4c8fea62acd", "*/read", "Microsoft.Security/*", "Microsoft.Authorization/policyAssignments/*"),
        Control("Security Reader", "39bc4728-0917-49c7-9d2c-d95423bc2eb4", "*/read"),

        Control("Azure Kubernetes Service Cluster User Role", "4abbcc35-e782-43d8-92c5-2d3f1bd2253f", Aks + "listClusterUserCredential/action", Aks + "read"),
        Control("Azure Kubernetes Service Cluster Admin Role", "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8", Aks + "listClusterAdminCredential/action", Aks + "accessProfiles/listCredential/action", Aks + "read", Aks + "runcommand/action"),
        Control("Azure Kubernetes Service Contributor Role", "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8", Aks + "*", "Microsoft.Authorization/*/read"),
        Data("Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b", Aks + "*"),
        Data("Azure Kubernetes Service RBAC Admin", "3498e952-d568-435e-9b2c-8d77e338d7f7", Aks + "*") with { NotDataActions = [Aks + "resourcequotas/write", Aks + "resourcequotas/delete", Aks + "namespaces/write", Aks + "namespaces/delete"] },
        Data("Azure Kubernetes Service RBAC Writer", "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb", Aks + "apps/*", Aks + "batch/*", Aks + "pods/*", Aks + "secrets/*", Aks + "configmaps/*", Aks + "services/*", Aks + "serviceaccounts/*"),
        Data("Azure Kubernetes Service RBAC Reader", "7f6c6a51-bcf8-42ba-9220-52d62157d7db", Aks + "apps/*/read", Aks + "batch/*/read", Aks + "pods/read", Aks + "configmaps/read", Aks + "services/read", Aks + "serviceaccounts/read"),
        Data("Cognitive Services OpenAI User", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", "Microsoft.CognitiveServices/accounts/OpenAI/*"),
    ];

    private static readonly Dictionary<string, AzureRole> ByName = All.ToDictionary(role => role.Name, StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, AzureRole> ById = All.ToDictionary(role => role.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The role of that name; one of unknown rights if there is none.</summary>
    public static AzureRole Named(string name) => ByName.GetValueOrDefault(name) ?? new(name, "") { IsUnknown = true };

    /// <summary>The role whose id ends like that; null if there is none.</summary>
    public static AzureRole? WithId(string id) => ById.GetValueOrDefault(id[(id.LastIndexOf('/') + 1)..]);

    private static AzureRole Control(string name, string id, params string[] actions) => new(name, id) { Actions = actions };

    private static AzureRole Data(string name, string id, params string[] actions) => new(name, id) { DataActions = actions };
}
