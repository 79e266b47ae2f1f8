using LlmOpsSecure.Twin;
using Pulumi;
using Pulumi.Azure.Core;
using Pulumi.Azure.Network;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

// The twin of index.js beside it: the same program on the other SDK.
return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var client = GetClientConfig.Invoke();
    var token = config.RequireSecret("token");
    var group = new ResourceGroup("rg", new ResourceGroupArgs { Name = "rg-twin", Location = config.Require("region"), Tags = { ["team"] = "llm" } }, new CustomResourceOptions { RetainOnDelete = true });
    var vault = new Vault("vault", group, client.Apply(found => found.TenantId), token);
    var other = new StackReference("organization/twin/other");
    var network = new VirtualNetwork(
        "spoke",
        new VirtualNetworkArgs { Name = "vnet-twin", ResourceGroupName = group.Name, Location = group.Location, AddressSpaces = { "10.0.0.0/16" }, Tags = { ["shared"] = other.GetOutput("shared").Apply(value => (string)value!) } },
        new CustomResourceOptions { DependsOn = { vault }, Aliases = { new Alias { Name = "old-spoke" } }, ReplaceOnChanges = { "tags" } });
    var cluster = new Pulumi.Kubernetes.Provider("cluster", new Pulumi.Kubernetes.ProviderArgs { KubeConfig = config.RequireSecret("kubeconfig") });
    var space = new Namespace("inference", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "inference", Labels = { ["team"] = "llm" } } }, new CustomResourceOptions { Provider = cluster });
    _ = new ConfigMap(
        "settings",
        new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { Namespace = space.Metadata.Apply(metadata => metadata.Name), Name = "settings" },
            Data = { ["vault"] = vault.KeyVault.VaultUri, ["both"] = Output.Format($"{group.Name}/{network.Name}") },
        },
        new CustomResourceOptions { Provider = cluster, DeletedWith = space });
    _ = new Pulumi.Kubernetes.Core.V1.Secret("token", new SecretArgs { Metadata = new ObjectMetaArgs { Namespace = "inference", Name = "token" }, StringData = { ["token"] = token } }, new CustomResourceOptions { Provider = cluster, DeleteBeforeReplace = true });
    return new Dictionary<string, object?>
    {
        ["vaultUri"] = vault.KeyVault.VaultUri,
        ["token"] = token,
        ["shape"] = new Dictionary<string, object?> { ["zones"] = new[] { "1", "2" }, ["count"] = 3, ["group"] = group.Name },
    };
});
