using Pulumi;
using Pulumi.Azure.Core;
using Pulumi.Azure.KeyVault;

namespace LlmOpsSecure.Twin;

/// <summary>A vault with one secret.</summary>
internal sealed class Vault : ComponentResource
{
    public Vault(string name, ResourceGroup group, Output<string> tenantId, Output<string> token, ComponentResourceOptions? options = null)
        : base("twin:secrets:Vault", name, options)
    {
        this.KeyVault = new KeyVault(
            name,
            new KeyVaultArgs { Name = "kv-twin", ResourceGroupName = group.Name, Location = group.Location, TenantId = tenantId, SkuName = "premium", PurgeProtectionEnabled = true },
            new CustomResourceOptions { Parent = this, Protect = true });
        _ = new Secret(
            $"{name}-token",
            new SecretArgs { Name = "token", KeyVaultId = this.KeyVault.Id, Value = token },
            new CustomResourceOptions { Parent = this, IgnoreChanges = { "tags" }, CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(90) }, AdditionalSecretOutputs = { "contentType" } });
        this.RegisterOutputs(new Dictionary<string, object?> { ["uri"] = this.KeyVault.VaultUri });
    }

    public KeyVault KeyVault { get; }
}
