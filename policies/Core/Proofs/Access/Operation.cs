namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>An operation of Azure's resource manager or of a service's data plane.</summary>
/// <param name="Name">The name, such as <c>Microsoft.Storage/storageAccounts/delete</c>.</param>
/// <param name="IsData">Whether it is one of the data plane.</param>
internal readonly record struct Operation(string Name, bool IsData)
{
    public static Operation Control(string name) => new(name, false);

    public static Operation Data(string name) => new(name, true);

    public static readonly Operation ReadBlobs = Data("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read");
    public static readonly Operation WriteBlobs = Data("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write");
    public static readonly Operation DeleteBlobs = Data("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete");
    public static readonly Operation ListStorageKeys = Control("Microsoft.Storage/storageAccounts/listKeys/action");
    public static readonly Operation DeleteAccount = Control("Microsoft.Storage/storageAccounts/delete");
    public static readonly Operation WriteAccount = Control("Microsoft.Storage/storageAccounts/write");
    public static readonly Operation DeleteContainer = Control("Microsoft.Storage/storageAccounts/blobServices/containers/delete");
    public static readonly Operation WriteImmutability = Control("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/delete");
    public static readonly Operation WriteLifecycle = Control("Microsoft.Storage/storageAccounts/managementPolicies/write");
    public static readonly Operation SendMessages = Data("Microsoft.ServiceBus/namespaces/messages/send/action");
    public static readonly Operation ReceiveMessages = Data("Microsoft.ServiceBus/namespaces/messages/receive/action");
    public static readonly Operation ListBusKeys = Control("Microsoft.ServiceBus/namespaces/authorizationRules/listkeys/action");
    public static readonly Operation ReadSecrets = Data("Microsoft.KeyVault/vaults/secrets/getSecret/action");
    public static readonly Operation WriteSecrets = Data("Microsoft.KeyVault/vaults/secrets/setSecret/action");
    public static readonly Operation UseKeys = Data("Microsoft.KeyVault/vaults/keys/unwrap/action");
    public static readonly Operation DeleteKeys = Data("Microsoft.KeyVault/vaults/keys/delete");
    public static readonly Operation WriteVault = Control("Microsoft.KeyVault/vaults/write");
    public static readonly Operation WriteVaultAccess = Control("Microsoft.KeyVault/vaults/accessPolicies/write");
    public static readonly Operation DeleteVault = Control("Microsoft.KeyVault/vaults/delete");
    public static readonly Operation PullImages = Data("Microsoft.ContainerRegistry/registries/repositories/content/read");
    public static readonly Operation PullAllImages = Control("Microsoft.ContainerRegistry/registries/pull/read");
    public static readonly Operation PushImages = Data("Microsoft.ContainerRegistry/registries/repositories/content/write");
    public static readonly Operation PushAllImages = Control("Microsoft.ContainerRegistry/registries/push/write");
    public static readonly Operation ReadLogs = Control("Microsoft.OperationalInsights/workspaces/query/read");
    public static readonly Operation DeleteWorkspace = Control("Microsoft.OperationalInsights/workspaces/delete");
    public static readonly Operation WriteWorkspace = Control("Microsoft.OperationalInsights/workspaces/write");
    public static readonly Operation PurgeLogs = Control("Microsoft.OperationalInsights/workspaces/purge/action");
    public static readonly Operation DeleteLogRows = Control("Microsoft.OperationalInsights/workspaces/tables/deleteData/action");
    public static readonly Operation WriteDiagnostics = Control("Microsoft.Insights/diagnosticSettings/write");
    public static readonly Operation DeleteDiagnostics = Control("Microsoft.Insights/diagnosticSettings/delete");
    public static readonly Operation DeleteLocks = Control("Microsoft.Authorization/locks/delete");
    public static readonly Operation WriteRoles = Control("Microsoft.Authorization/roleAssignments/write");
    public static readonly Operation WriteRoleDefinitions = Control("Microsoft.Authorization/roleDefinitions/write");
    public static readonly Operation WriteFederation = Control("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write");
    public static readonly Operation AssignIdentity = Control("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action");
    public static readonly Operation WriteMachines = Control("Microsoft.Compute/virtualMachines/write");
    public static readonly Operation WriteCluster = Control("Microsoft.ContainerService/managedClusters/write");
    public static readonly Operation RunInCluster = Control("Microsoft.ContainerService/managedClusters/runCommand/action");
    public static readonly Operation AdminCredential = Control("Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action");
    public static readonly Operation KubernetesBind = Data("Microsoft.ContainerService/managedClusters/rbac.authorization.k8s.io/clusterroles/bind/action");
    public static readonly Operation KubernetesSecrets = Data("Microsoft.ContainerService/managedClusters/secrets/read");
    public static readonly Operation KubernetesPods = Data("Microsoft.ContainerService/managedClusters/pods/write");
    public static readonly Operation KubernetesRead = Data("Microsoft.ContainerService/managedClusters/pods/read");
    public static readonly Operation JoinSubnet = Control("Microsoft.Network/virtualNetworks/subnets/join/action");
    public static readonly Operation WriteNetwork = Control("Microsoft.Network/virtualNetworks/write");
    public static readonly Operation WriteRoutes = Control("Microsoft.Network/routeTables/write");
    public static readonly Operation WriteSecurityGroup = Control("Microsoft.Network/networkSecurityGroups/write");
    public static readonly Operation WriteFirewall = Control("Microsoft.Network/firewallPolicies/write");
    public static readonly Operation WriteZone = Control("Microsoft.Network/privateDnsZones/A/write");
}
