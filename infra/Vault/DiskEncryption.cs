using Pulumi;
using Pulumi.Azure.Compute;
using Pulumi.Azure.Compute.Inputs;

namespace LlmOpsSecure.Infra.Vault;

/// <summary>Encrypts the disks of the nodes and volumes twice: with the platform's keys, and with a key of the stack that rotates by itself.</summary>
public sealed class DiskEncryption : ComponentResource
{
    /// <summary>Resource id of the disk encryption set.</summary>
    [Output("diskEncryptionSetId")] public Output<string> DiskEncryptionSetId { get; private set; }

    /// <summary>Makes the disk encryption set.</summary>
    public DiskEncryption(string name, DiskEncryptionArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:vault:DiskEncryption", name, options)
    {
        var key = args.Vault.Key("disks");
        var user = new KeyUser($"{name}-disks", args.Scope, key, new() { Parent = this });
        var set = new DiskEncryptionSet(name, new DiskEncryptionSetArgs
        {
            ResourceGroupName = args.Scope.ResourceGroupName,
            Location = args.Scope.Location,
            Name = args.Scope.Name("disks"),
            KeyVaultKeyId = key.VersionlessId,
            AutoKeyRotationEnabled = true,                                   // vault-disk-keys-rotate
            EncryptionType = "EncryptionAtRestWithPlatformAndCustomerKeys",  // vault-disks-are-encrypted-twice
            Identity = new DiskEncryptionSetIdentityArgs { Type = "UserAssigned", IdentityIds = { user.IdentityId } },
            Tags = args.Scope.Tags,
        }, new() { Parent = this, DependsOn = { user.Grant } });
        this.DiskEncryptionSetId = set.Id;
        this.RegisterOutputs();
    }
}
