using Pulumi;
using Pulumi.Azure.Authorization;

namespace LlmOpsSecure.Infra.Identity;

/// <summary>The built-in roles that the kit assigns, each at the scope of one resource.</summary>
public static class Roles
{
    /// <summary>Wraps and unwraps with a key on behalf of a service.</summary>
    public const string KeyEncryptionUser = "Key Vault Crypto Service Encryption User";

    /// <summary>Encrypts and decrypts with a key.</summary>
    public const string KeyUser = "Key Vault Crypto User";

    /// <summary>Reads secrets of a vault.</summary>
    public const string SecretsUser = "Key Vault Secrets User";

    /// <summary>Reads blobs.</summary>
    public const string BlobReader = "Storage Blob Data Reader";

    /// <summary>Reads and writes blobs.</summary>
    public const string BlobContributor = "Storage Blob Data Contributor";

    /// <summary>Pulls images of a registry that decides by repository.</summary>
    public const string RegistryReader = "Container Registry Repository Reader";

    /// <summary>Sends messages.</summary>
    public const string MessageSender = "Azure Service Bus Data Sender";

    /// <summary>Receives messages.</summary>
    public const string MessageReceiver = "Azure Service Bus Data Receiver";

    /// <summary>Joins subnets and reads route tables.</summary>
    public const string NetworkContributor = "Network Contributor";

    /// <summary>Writes the names of a private zone.</summary>
    public const string PrivateZoneContributor = "Private DNS Zone Contributor";

    /// <summary>Hands an identity to a machine.</summary>
    public const string IdentityOperator = "Managed Identity Operator";

    /// <summary>Reads logs.</summary>
    public const string LogReader = "Log Analytics Reader";

    /// <summary>Everything in the cluster, for emergencies.</summary>
    public const string ClusterAdmin = "Azure Kubernetes Service RBAC Cluster Admin";

    /// <summary>Assigns a role to a service principal, with the reason.</summary>
    public static Assignment Assign(string name, Input<string> principalId, string role, Input<string> scope, string why, Resource parent) => Assign(name, principalId, "ServicePrincipal", role, scope, why, parent);

    /// <summary>Assigns a role to a group, with the reason.</summary>
    public static Assignment AssignGroup(string name, string groupId, string role, Input<string> scope, string why, Resource parent) => Assign(name, groupId, "Group", role, scope, why, parent);

    private static Assignment Assign(string name, Input<string> principalId, string type, string role, Input<string> scope, string why, Resource parent) =>
        new(name, new AssignmentArgs
        {
            PrincipalId = principalId,
            PrincipalType = type, // identity-roles-go-to-groups-and-services
            RoleDefinitionName = role,
            Scope = scope,        // identity-roles-are-at-a-resource
            Description = why,
        }, new() { Parent = parent });
}
