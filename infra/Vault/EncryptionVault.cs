using System.Globalization;
using Pulumi;
using Pulumi.Azure.KeyVault;
using Pulumi.Azure.KeyVault.Inputs;

namespace LlmOpsSecure.Infra.Vault;

/// <summary>
/// The vault of the keys that encrypt data at rest: etcd, disks, images, blobs, messages. It is apart from the workloads' vault because AKS and storage
/// reach it as trusted Azure services, which no other vault allows. Keys live in hardware and rotate by themselves.
/// </summary>
public sealed class EncryptionVault : ComponentResource
{
    private readonly Dictionary<string, Key> keys = new(StringComparer.Ordinal);
    private readonly PlatformScope scope;
    private readonly KeyVault vault;

    /// <summary>Resource id of the vault.</summary>
    [Output("vaultId")] public Output<string> VaultId { get; private set; }

    /// <summary>Makes the vault with one key for each kind of data.</summary>
    public EncryptionVault(string name, VaultArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:vault:EncryptionVault", name, options)
    {
        this.scope = args.Scope;
        this.vault = new KeyVault(name, Vaults.Hardened(args.Scope, "keys", bypass: "AzureServices"), new() { Parent = this, Protect = args.Scope.Settings.IsProduction });
        _ = args.Access.To($"{name}-vault", this.vault.Id, "vault", "vault", this);
        foreach (var purpose in new[] { "etcd", "disks", "images", "weights", "archive", "ledger", "messages" })
        {
            this.keys[purpose] = new Key($"{name}-{purpose}", this.KeyArgs(purpose), new() { Parent = this, IgnoreChanges = { "expirationDate" } });
        }

        this.VaultId = this.vault.Id;
        this.RegisterOutputs();
    }

    /// <summary>The key of a kind of data.</summary>
    public Key Key(string purpose) => this.keys[purpose];

    private KeyArgs KeyArgs(string purpose) => new()
    {
        KeyVaultId = this.vault.Id,
        Name = purpose,
        KeyType = "RSA-HSM", // vault-keys-live-in-hardware
        KeySize = 3072,      // vault-keys-are-long
        KeyOpts = { "wrapKey", "unwrapKey" },
        ExpirationDate = this.scope.Settings.Start.AddYears(2).ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z", // vault-keys-expire
        RotationPolicy = new KeyRotationPolicyArgs                                                                               // vault-keys-rotate
        {
            ExpireAfter = "P2Y",
            NotifyBeforeExpiry = "P30D",
            Automatic = new KeyRotationPolicyAutomaticArgs { TimeBeforeExpiry = "P60D" },
        },
        Tags = this.scope.Tags,
    };
}
