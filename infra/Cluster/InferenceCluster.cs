using LlmOpsSecure.Infra.Configuration;
using LlmOpsSecure.Infra.Identity;
using Pulumi;
using Pulumi.Azure.ContainerService;
using Pulumi.Azure.ContainerService.Inputs;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>
/// A private AKS cluster: its API server has an address in the network only, people sign in with Entra and no local account exists, pods speak through
/// Cilium, etcd is encrypted with a key of the stack, and nothing leaves but through the firewall. Nodes are encrypted at the host, keep no state and
/// are replaced by patched images every week.
/// </summary>
public sealed class InferenceCluster : ComponentResource
{
    /// <summary>Resource id of the cluster.</summary>
    [Output("clusterId")] public Output<string> ClusterId { get; private set; }

    /// <summary>Issuer of the service account tokens.</summary>
    [Output("issuer")] public Output<string> Issuer { get; private set; }

    /// <summary>Host name of the API server.</summary>
    [Output("apiServer")] public Output<string> ApiServer { get; private set; }

    /// <summary>Certificate authority of the API server, base64.</summary>
    [Output("certificateAuthority")] public Output<string> CertificateAuthority { get; private set; }

    /// <summary>Makes the cluster with its system pool.</summary>
    public InferenceCluster(string name, InferenceClusterArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:cluster:InferenceCluster", name, options)
    {
        var identities = new ClusterIdentities(name, args, new() { Parent = this });
        var cluster = new KubernetesCluster(name, Hardened(args, identities), new()
        {
            Parent = this,
            Protect = args.Scope.Settings.IsProduction,
            DependsOn = [.. identities.Grants, .. args.Network.RouteAssociations, .. args.After],
        });
        _ = Roles.AssignGroup($"{name}-admins", args.Scope.Settings.Groups.ClusterAdmins, Roles.ClusterAdmin, cluster.Id, "Emergencies only: daily work goes through the pipeline", this);
        _ = new ClusterDeploymentSafeguard(name, new ClusterDeploymentSafeguardArgs
        {
            KubernetesClusterId = cluster.Id,
            Level = "Enforce",                          // cluster-deployment-safeguards-enforce
            PodSecurityStandardsLevel = "Restricted",
            ExcludedNamespaces = { "gpu-system" },      // the device plugin needs the node's plugin folder
        }, new() { Parent = this });

        this.ClusterId = cluster.Id;
        this.Issuer = cluster.OidcIssuerUrl;
        this.ApiServer = cluster.PrivateFqdn;
        this.CertificateAuthority = cluster.KubeConfigs.Apply(configs => configs[0].ClusterCaCertificate!);
        this.RegisterOutputs();
    }

    private static KubernetesClusterArgs Hardened(InferenceClusterArgs args, ClusterIdentities identities)
    {
        var scope = args.Scope;
        var cluster = new KubernetesClusterArgs
        {
            ResourceGroupName = scope.ResourceGroupName,
            Location = scope.Location,
            Name = scope.Name("cluster"),
            NodeResourceGroup = scope.Name("nodes"),
            KubernetesVersion = scope.Settings.Cluster.KubernetesVersion,
            SkuTier = "Standard", // cluster-has-a-service-level
            DnsPrefixPrivateCluster = scope.Settings.Name,
            PrivateClusterEnabled = true,             // cluster-api-server-is-private
            PrivateClusterPublicFqdnEnabled = false,  // cluster-api-server-has-no-public-name
            PrivateDnsZoneId = args.PrivateZoneId,
            LocalAccountDisabled = true,              // cluster-local-accounts-are-off
            RoleBasedAccessControlEnabled = true,     // cluster-access-is-by-roles
            RunCommandEnabled = false,                // cluster-run-command-is-off
            OidcIssuerEnabled = true, // cluster-issuer-is-on
            WorkloadIdentityEnabled = true, // cluster-workload-identity-is-on
            AzurePolicyEnabled = true,                // cluster-azure-policy-is-on
            ImageCleanerEnabled = true,               // cluster-unused-images-are-removed
            ImageCleanerIntervalHours = 48,
            AutomaticUpgradeChannel = "patch",        // cluster-upgrades-itself
            NodeOsUpgradeChannel = "NodeImage",       // cluster-nodes-are-patched
            CostAnalysisEnabled = true,
            HttpApplicationRoutingEnabled = false, // cluster-http-routing-is-off
            OpenServiceMeshEnabled = false,
            DiskEncryptionSetId = args.DiskEncryptionSetId, // cluster-disks-have-their-own-key
            Identity = new KubernetesClusterIdentityArgs { Type = "UserAssigned", IdentityIds = { identities.ControlPlane.Id } }, // cluster-identity-is-user-assigned
            KubeletIdentity = new KubernetesClusterKubeletIdentityArgs { UserAssignedIdentityId = identities.Kubelet.Id, ClientId = identities.Kubelet.ClientId, ObjectId = identities.Kubelet.PrincipalId },
            AzureActiveDirectoryRoleBasedAccessControl = new KubernetesClusterAzureActiveDirectoryRoleBasedAccessControlArgs { AzureRbacEnabled = true, TenantId = scope.Settings.TenantId }, // cluster-sign-in-is-entra
            ApiServerAccessProfile = new KubernetesClusterApiServerAccessProfileArgs { VirtualNetworkIntegrationEnabled = true, SubnetId = args.Network.SubnetId("api-server") },
            NetworkProfile = Network(scope.Settings.Network),
            KeyManagementService = new KubernetesClusterKeyManagementServiceArgs { KeyVaultKeyId = args.Vault.Key("etcd").Id, KeyVaultNetworkAccess = "Private" }, // cluster-etcd-has-its-own-key
            KeyVaultSecretsProvider = new KubernetesClusterKeyVaultSecretsProviderArgs { SecretRotationEnabled = true, SecretRotationInterval = "2m" }, // cluster-mounted-secrets-rotate
            MicrosoftDefender = new KubernetesClusterMicrosoftDefenderArgs { LogAnalyticsWorkspaceId = args.WorkspaceId }, // cluster-defender-is-on
            OmsAgent = new KubernetesClusterOmsAgentArgs { LogAnalyticsWorkspaceId = args.WorkspaceId, MsiAuthForMonitoringEnabled = true },
            StorageProfile = new KubernetesClusterStorageProfileArgs { BlobDriverEnabled = true, DiskDriverEnabled = true, FileDriverEnabled = false, SnapshotControllerEnabled = false },
            MaintenanceWindowAutoUpgrade = new KubernetesClusterMaintenanceWindowAutoUpgradeArgs { Frequency = "Weekly", Interval = 1, DayOfWeek = "Sunday", StartTime = "02:00", UtcOffset = "+00:00", Duration = 4 },
            MaintenanceWindowNodeOs = new KubernetesClusterMaintenanceWindowNodeOsArgs { Frequency = "Weekly", Interval = 1, DayOfWeek = "Saturday", StartTime = "02:00", UtcOffset = "+00:00", Duration = 4 },
            DefaultNodePool = SystemPool(args),
            Tags = scope.Tags,
        };
        if (scope.Settings.Network.Egress == EgressMode.None)
        {
            cluster.BootstrapProfile = new KubernetesClusterBootstrapProfileArgs { ArtifactSource = "Cache", ContainerRegistryId = args.RegistryId }; // cluster-isolated-bootstraps-from-cache
        }

        return cluster;
    }

    private static KubernetesClusterNetworkProfileArgs Network(NetworkSettings network) => new()
    {
        NetworkPlugin = "azure", // cluster-network-plugin-is-azure
        NetworkPluginMode = "overlay",
        NetworkDataPlane = "cilium",
        NetworkPolicy = "cilium",                                                               // cluster-network-policy-is-cilium
        AdvancedNetworking = new KubernetesClusterNetworkProfileAdvancedNetworkingArgs { SecurityEnabled = true, ObservabilityEnabled = true }, // cluster-network-is-observed
        OutboundType = network.Egress == EgressMode.None ? "none" : "userDefinedRouting",       // cluster-egress-is-routed
        LoadBalancerSku = "standard",
        PodCidr = network.PodRange.ToString(),
        ServiceCidr = network.ServiceRange.ToString(),
        DnsServiceIp = Cidr.AddressAt(network.ServiceRange, 10).ToString(),
    };

    private static KubernetesClusterDefaultNodePoolArgs SystemPool(InferenceClusterArgs args)
    {
        var settings = args.Scope.Settings.Cluster;
        return new()
        {
            Name = "system",
            VmSize = settings.SystemSku,
            Type = "VirtualMachineScaleSets",
            AutoScalingEnabled = true,
            MinCount = settings.SystemNodes,
            MaxCount = settings.SystemNodes * 2,
            MaxPods = 50,
            Zones = [.. settings.Zones],
            VnetSubnetId = args.Network.SubnetId("system"), // cluster-nodes-are-in-a-subnet
            OnlyCriticalAddonsEnabled = true,   // cluster-system-pool-runs-only-the-system
            HostEncryptionEnabled = true,       // cluster-nodes-encrypt-at-host
            NodePublicIpEnabled = false,        // cluster-nodes-have-no-public-address
            OsDiskType = "Ephemeral",           // cluster-nodes-keep-no-state
            OsSku = "AzureLinux",
            FipsEnabled = true,                 // cluster-nodes-use-fips-crypto
            TemporaryNameForRotation = "systemtmp",
            KubeletConfig = new KubernetesClusterDefaultNodePoolKubeletConfigArgs { PodMaxPid = 4096 },
            UpgradeSettings = new KubernetesClusterDefaultNodePoolUpgradeSettingsArgs { MaxSurge = "33%", DrainTimeoutInMinutes = 30, UndrainableNodeBehavior = "Cordon" }, // cluster-undrainable-nodes-are-cordoned
            Tags = args.Scope.Tags,
        };
    }
}
