using Pulumi;
using Pulumi.Azure.KeyVault;
using Pulumi.Azure.KeyVault.Inputs;

namespace LlmOpsSecure.Infra.Vault;

/// <summary>What all vaults have in common.</summary>
internal static class Vaults
{
    public static KeyVaultArgs Hardened(PlatformScope scope, string role, string bypass) => new()
    {
        ResourceGroupName = scope.ResourceGroupName,
        Location = scope.Location,
        Name = scope.Name(role),
        TenantId = scope.Settings.TenantId,
        SkuName = "premium",
        RbacAuthorizationEnabled = true,     // vault-access-is-by-roles
        PurgeProtectionEnabled = true,       // vault-purge-protection-is-on
        SoftDeleteRetentionDays = 90,        // vault-deleted-secrets-are-kept
        PublicNetworkAccessEnabled = false,  // vault-is-private
        EnabledForDeployment = false,
        EnabledForTemplateDeployment = false,
        EnabledForDiskEncryption = false,
        NetworkAcls = new KeyVaultNetworkAclsArgs { DefaultAction = "Deny", Bypass = bypass }, // vault-network-denies-by-default
        Tags = scope.Tags,
    };
}
