using LlmOpsSecure.Infra.Identity;
using Pulumi;
using Pulumi.Azure.Authorization;
using AzureKey = Pulumi.Azure.KeyVault.Key;

namespace LlmOpsSecure.Infra.Vault;

/// <summary>The identity with which one service wraps and unwraps its data with one key, and which can do nothing else.</summary>
public sealed class KeyUser : ComponentResource
{
    /// <summary>Resource id of the identity.</summary>
    [Output("identityId")] public Output<string> IdentityId { get; private set; }

    /// <summary>Client id of the identity.</summary>
    [Output("clientId")] public Output<string> ClientId { get; private set; }

    /// <summary>The role assignment; a service that uses the key waits for it.</summary>
    public Assignment Grant { get; }

    /// <summary>Makes the identity and its role on the key.</summary>
    public KeyUser(string name, PlatformScope scope, AzureKey key, ComponentResourceOptions? options = null)
        : base("llmopssecure:vault:KeyUser", name, options)
    {
        var identity = Identities.Create(name, scope, this);
        this.Grant = Roles.Assign(name, identity.PrincipalId, Roles.KeyEncryptionUser, key.ResourceVersionlessId, "Encrypts data at rest with this key", this);
        this.IdentityId = identity.Id;
        this.ClientId = identity.ClientId;
        this.RegisterOutputs();
    }
}
