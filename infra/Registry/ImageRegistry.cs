using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Vault;
using Pulumi;
using Pulumi.Azure.ContainerService;
using Pulumi.Azure.ContainerService.Inputs;
using AzureRegistry = Pulumi.Azure.ContainerService.Registry;

namespace LlmOpsSecure.Infra.Registry;

/// <summary>
/// The registry that every image of the cluster comes from: private, without admin user, anonymous pull or export, encrypted with a key of the stack,
/// with roles that decide by repository. It mirrors the upstream repositories that the kit uses, and no others.
/// </summary>
public sealed class ImageRegistry : ComponentResource
{
    /// <summary>Resource id of the registry.</summary>
    [Output("registryId")] public Output<string> RegistryId { get; private set; }

    /// <summary>Makes the registry.</summary>
    public ImageRegistry(string name, ImageRegistryArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:registry:ImageRegistry", name, options)
    {
        var scope = args.Scope;
        var key = args.Vault.Key("images");
        var user = new KeyUser($"{name}-key", scope, key, new() { Parent = this });
        var registry = new AzureRegistry(name, Hardened(scope, user, key.VersionlessId), new() { Parent = this, DependsOn = { user.Grant }, Protect = scope.Settings.IsProduction });
        _ = args.Access.To($"{name}-registry", registry.Id, "registry", "registry", this);
        if (scope.Settings.Network.Egress != EgressMode.None)
        {
            foreach (var image in Images.NeededBy(scope.Settings).Select(image => Images.Of(scope.Settings, image)))
            {
                _ = new RegistryCacheRule($"{name}-{image.Name}", new RegistryCacheRuleArgs { Name = image.Name, ContainerRegistryId = registry.Id, SourceRepo = image.Source, TargetRepo = image.Repository }, new() { Parent = this });
            }
        }

        this.RegistryId = registry.Id;
        this.RegisterOutputs();
    }

    /// <summary>The host name of a stack's registry, which is known before anything is deployed.</summary>
    public static string LoginServer(StackSettings settings) => $"{settings.Name}images.azurecr.io";

    private static RegistryArgs Hardened(PlatformScope scope, KeyUser user, Input<string> keyId) => new()
    {
        ResourceGroupName = scope.ResourceGroupName,
        Location = scope.Location,
        Name = scope.CompactName("images"),
        Sku = "Premium", // registry-is-premium
        AdminEnabled = false,                     // registry-admin-user-is-off
        AnonymousPullEnabled = false,             // registry-anonymous-pull-is-off
        PublicNetworkAccessEnabled = false,       // registry-is-private
        ExportPolicyEnabled = false,              // registry-export-is-off
        DataEndpointEnabled = true, // registry-has-a-data-endpoint
        NetworkRuleBypassOption = "None",         // registry-network-has-no-bypass
        NetworkRuleBypassForTasksEnabled = false,
        QuarantinePolicyEnabled = false,
        RetentionPolicyInDays = 30,
        ZoneRedundancyEnabled = true,             // registry-is-spread-over-zones
        RoleAssignmentMode = "AbacRepositoryPermissions",
        // The bootstrap cache of a cluster without egress signs in with tokens of Azure Resource Manager.
        AzureadAuthenticationAsArmPolicyEnabled = scope.Settings.Network.Egress == EgressMode.None,
        Identity = new RegistryIdentityArgs { Type = "UserAssigned", IdentityIds = { user.IdentityId } },
        Encryption = new RegistryEncryptionArgs { KeyVaultKeyId = keyId, IdentityClientId = user.ClientId }, // registry-has-its-own-key
        Tags = scope.Tags,
    };
}
