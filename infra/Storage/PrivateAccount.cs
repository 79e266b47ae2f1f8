using LlmOpsSecure.Infra.Network;
using LlmOpsSecure.Infra.Vault;
using Pulumi;
using Pulumi.Azure.Storage;
using Pulumi.Azure.Storage.Inputs;

namespace LlmOpsSecure.Infra.Storage;

/// <summary>
/// A storage account of blobs without shared keys, anonymous access or public network: callers sign in, over a private endpoint, and data is
/// encrypted twice, with a key of the stack. Blobs keep their versions.
/// </summary>
public sealed class PrivateAccount : ComponentResource
{
    /// <summary>Resource id of the account.</summary>
    [Output("accountId")] public Output<string> AccountId { get; private set; }

    /// <summary>Resource id of its blob service, which logs reads, writes and deletes.</summary>
    [Output("blobServiceId")] public Output<string> BlobServiceId { get; private set; }

    /// <summary>Makes the account.</summary>
    public PrivateAccount(string name, PrivateAccountArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:storage:PrivateAccount", name, options)
    {
        var key = args.Vault.Key(args.KeyName);
        var user = new KeyUser($"{name}-key", args.Scope, key, new() { Parent = this });
        var account = new Account(name, Hardened(args, user, key.VersionlessId), new() { Parent = this, DependsOn = { user.Grant }, Protect = args.Scope.Settings.IsProduction });
        _ = args.Access.To($"{name}-blob", account.Id, "blob", "blob", this);
        this.AccountId = account.Id;
        this.BlobServiceId = Output.Format($"{account.Id}/blobServices/default");
        this.RegisterOutputs();
    }

    private static AccountArgs Hardened(PrivateAccountArgs args, KeyUser user, Input<string> keyId) => new()
    {
        ResourceGroupName = args.Scope.ResourceGroupName,
        Location = args.Scope.Location,
        Name = args.AccountName,
        AccountTier = "Standard",
        AccountKind = "StorageV2",
        AccountReplicationType = args.Scope.Settings.Cluster.Zones.Count > 0 ? "ZRS" : "GRS", // storage-is-replicated
        PublicNetworkAccessEnabled = false,        // storage-is-private
        SharedAccessKeyEnabled = false,            // storage-has-no-shared-keys
        DefaultToOauthAuthentication = true,
        AllowNestedItemsToBePublic = false,        // storage-blobs-are-never-public
        CrossTenantReplicationEnabled = false,
        AllowedCopyScope = "PrivateLink",
        LocalUserEnabled = false, // storage-has-no-local-users
        HttpsTrafficOnlyEnabled = true, // storage-speaks-only-https
        MinTlsVersion = "TLS1_2",                  // storage-tls-is-current
        InfrastructureEncryptionEnabled = true,    // storage-is-encrypted-twice
        QueueEncryptionKeyType = "Account",
        TableEncryptionKeyType = "Account",
        NetworkRules = new Pulumi.Azure.Storage.Inputs.AccountNetworkRulesArgs { DefaultAction = "Deny", Bypasses = { args.Bypass } }, // storage-network-denies-by-default
        Identity = new AccountIdentityArgs { Type = "UserAssigned", IdentityIds = { user.IdentityId } },
        CustomerManagedKey = new AccountCustomerManagedKeyArgs { KeyVaultKeyId = keyId, UserAssignedIdentityId = user.IdentityId }, // storage-has-its-own-key
        SasPolicy = new AccountSasPolicyArgs { ExpirationPeriod = "00.01:00:00", ExpirationAction = "Block" },
        BlobProperties = new AccountBlobPropertiesArgs
        {
            VersioningEnabled = true, // storage-blobs-keep-versions
            ChangeFeedEnabled = true,
            DeleteRetentionPolicy = new AccountBlobPropertiesDeleteRetentionPolicyArgs { Days = 30, PermanentDeleteEnabled = false }, // storage-deleted-blobs-are-kept
            ContainerDeleteRetentionPolicy = new AccountBlobPropertiesContainerDeleteRetentionPolicyArgs { Days = 30 },
        },
        Tags = args.Scope.Tags,
    };
}
