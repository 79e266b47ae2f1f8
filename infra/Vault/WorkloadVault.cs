using Pulumi;
using Pulumi.Azure.KeyVault;

namespace LlmOpsSecure.Infra.Vault;

/// <summary>The vault of the workloads' secrets: reached over its private endpoint only, not even by Azure's own services; roles decide who reads what.</summary>
public sealed class WorkloadVault : ComponentResource
{
    /// <summary>Resource id of the vault.</summary>
    [Output("vaultId")] public Output<string> VaultId { get; private set; }

    /// <summary>Makes the vault.</summary>
    public WorkloadVault(string name, VaultArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:vault:WorkloadVault", name, options)
    {
        var vault = new KeyVault(name, Vaults.Hardened(args.Scope, "secrets", bypass: "None"), new() { Parent = this, Protect = args.Scope.Settings.IsProduction });
        _ = args.Access.To($"{name}-vault", vault.Id, "vault", "vault", this);
        this.VaultId = vault.Id;
        this.RegisterOutputs();
    }
}
