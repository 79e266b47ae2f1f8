using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace LlmOpsSecure.Infra.Tests.Recording;

/// <summary>Answers as the cloud would, with placeholders of the right form, and keeps what it was asked.</summary>
internal sealed class PlaceholderMocks : IMocks
{
    private const string Group = "/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/group/providers";

    /// <summary>What was asked for, and the id and state that were answered.</summary>
    public ConcurrentDictionary<(string Type, string Name), (ImmutableDictionary<string, object> Inputs, string Id, ImmutableDictionary<string, object> State)> Asked { get; } = new();

    public Task<(string?, object)> NewResourceAsync(MockResourceArgs args)
    {
        var state = args.Inputs.ToBuilder();
        foreach (var (key, value) in Computed(args))
        {
            state[key] = value;
        }

        this.Asked[(args.Type!, args.Name!)] = (args.Inputs, Id(args), state.ToImmutable());
        return Task.FromResult<(string?, object)>((Id(args), state.ToImmutable()));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    private static string Id(MockResourceArgs args)
    {
        var name = args.Inputs.TryGetValue("name", out var given) ? given : args.Name;
        return args.Type switch
        {
            "azure:core/resourceGroup:ResourceGroup" => $"/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/{name}",
            "azure:network/virtualNetwork:VirtualNetwork" => $"{Group}/Microsoft.Network/virtualNetworks/{name}",
            "azure:network/subnet:Subnet" => $"{Group}/Microsoft.Network/virtualNetworks/{args.Inputs["virtualNetworkName"]}/subnets/{name}",
            "azure:network/networkSecurityGroup:NetworkSecurityGroup" => $"{Group}/Microsoft.Network/networkSecurityGroups/{name}",
            "azure:network/routeTable:RouteTable" => $"{Group}/Microsoft.Network/routeTables/{name}",
            "azure:network/publicIp:PublicIp" => $"{Group}/Microsoft.Network/publicIPAddresses/{name}",
            "azure:network/firewall:Firewall" => $"{Group}/Microsoft.Network/azureFirewalls/{name}",
            "azure:network/firewallPolicy:FirewallPolicy" => $"{Group}/Microsoft.Network/firewallPolicies/{name}",
            "azure:privatedns/zone:Zone" => $"{Group}/Microsoft.Network/privateDnsZones/{name}",
            "azure:keyvault/keyVault:KeyVault" => $"{Group}/Microsoft.KeyVault/vaults/{name}",
            "azure:keyvault/key:Key" => $"https://vault.vault.azure.net/keys/{name}/0123456789abcdef0123456789abcdef",
            "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace" => $"{Group}/Microsoft.OperationalInsights/workspaces/{name}",
            "azure:monitoring/dataCollectionEndpoint:DataCollectionEndpoint" => $"{Group}/Microsoft.Insights/dataCollectionEndpoints/{name}",
            "azure:monitoring/dataCollectionRule:DataCollectionRule" => $"{Group}/Microsoft.Insights/dataCollectionRules/{name}",
            "azure:monitoring/actionGroup:ActionGroup" => $"{Group}/Microsoft.Insights/actionGroups/{name}",
            "azure:monitoring/privateLinkScope:PrivateLinkScope" => $"{Group}/Microsoft.Insights/privateLinkScopes/{name}",
            "azure:containerservice/registry:Registry" => $"{Group}/Microsoft.ContainerRegistry/registries/{name}",
            "azure:containerservice/kubernetesCluster:KubernetesCluster" => $"{Group}/Microsoft.ContainerService/managedClusters/{name}",
            "azure:storage/account:Account" => $"{Group}/Microsoft.Storage/storageAccounts/{name}",
            "azure:storage/container:Container" => $"{args.Inputs["storageAccountId"]}/blobServices/default/containers/{name}",
            "azure:servicebus/namespace:Namespace" => $"{Group}/Microsoft.ServiceBus/namespaces/{name}",
            "azure:servicebus/queue:Queue" => $"{args.Inputs["namespaceId"]}/queues/{name}",
            "azure:compute/diskEncryptionSet:DiskEncryptionSet" => $"{Group}/Microsoft.Compute/diskEncryptionSets/{name}",
            "azure:authorization/userAssignedIdentity:UserAssignedIdentity" => $"{Group}/Microsoft.ManagedIdentity/userAssignedIdentities/{name}",
            _ => $"{args.Name}-id",
        };
    }

    private static IEnumerable<(string Key, object Value)> Computed(MockResourceArgs args) => args.Type switch
    {
        "azure:keyvault/key:Key" =>
        [
            ("versionlessId", $"https://vault.vault.azure.net/keys/{args.Inputs["name"]}"),
            ("resourceVersionlessId", $"{args.Inputs["keyVaultId"]}/keys/{args.Inputs["name"]}"),
        ],
        "azure:authorization/userAssignedIdentity:UserAssignedIdentity" => [("clientId", Guid(args.Name!, 1)), ("principalId", Guid(args.Name!, 2))],
        "azure:operationalinsights/analyticsWorkspace:AnalyticsWorkspace" => [("workspaceId", Guid(args.Name!, 3))],
        "azure:containerservice/kubernetesCluster:KubernetesCluster" =>
        [
            ("oidcIssuerUrl", "https://oidc.prod-aks.azure.com/issuer"),
            ("privateFqdn", "cluster.privatelink.swedencentral.azmk8s.io"),
            ("kubeConfigs", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("clusterCaCertificate", "QVVUSE9SSVRZ").Add("host", "https://host"))),
        ],
        "pulumi:pulumi:StackReference" => [("outputs", PlatformOutputs), ("secretOutputNames", ImmutableArray<object>.Empty)],
        "tls:index/privateKey:PrivateKey" => [("privateKeyPem", $"-----BEGIN PRIVATE KEY-----\n{args.Name}\n-----END PRIVATE KEY-----\n")],
        "tls:index/certRequest:CertRequest" => [("certRequestPem", $"-----BEGIN CERTIFICATE REQUEST-----\n{args.Name}\n-----END CERTIFICATE REQUEST-----\n")],
        "tls:index/selfSignedCert:SelfSignedCert" or "tls:index/locallySignedCert:LocallySignedCert" => [("certPem", $"-----BEGIN CERTIFICATE-----\n{args.Name}\n-----END CERTIFICATE-----\n")],
        _ => [],
    };

    private static ImmutableDictionary<string, object> PlatformOutputs { get; } = ImmutableDictionary<string, object>.Empty
        .Add("apiServer", "cluster.privatelink.swedencentral.azmk8s.io")
        .Add("certificateAuthority", "QVVUSE9SSVRZ")
        .Add("clientIds", new[] { "models-qwen3-1b", "decisions-proposer", "decisions-executor" }.ToImmutableDictionary(name => name, name => (object)Guid(name, 1)));

    private static string Guid(string name, int kind) => new System.Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{kind}:{name}")).AsSpan(0, 16)).ToString();
}
