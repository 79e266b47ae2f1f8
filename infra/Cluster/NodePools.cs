using Pulumi;
using Pulumi.Azure.ContainerService;
using Pulumi.Azure.ContainerService.Inputs;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>What all pools beside the system pool have in common, and the names by which pods find them.</summary>
public static class NodePools
{
    /// <summary>The label that names a pool.</summary>
    public const string PoolLabel = "llmops/pool";

    /// <summary>Taint of the GPU nodes.</summary>
    public const string GpuTaint = "sku=gpu:NoSchedule";

    /// <summary>Taint of the sandbox nodes.</summary>
    public const string SandboxTaint = "purpose=tool-sandbox:NoSchedule";

    internal static KubernetesClusterNodePoolArgs Hardened(NodePoolArgs args, string name, string vmSize, int minNodes, int maxNodes) => new()
    {
        KubernetesClusterId = args.ClusterId,
        Name = name,
        Mode = "User",
        VmSize = vmSize,
        AutoScalingEnabled = true,
        MinCount = minNodes,
        MaxCount = maxNodes, // cluster-pools-have-a-ceiling
        MaxPods = 50,
        Zones = [.. args.Scope.Settings.Cluster.Zones],
        VnetSubnetId = args.SubnetId,
        HostEncryptionEnabled = true,  // cluster-nodes-encrypt-at-host
        NodePublicIpEnabled = false,   // cluster-nodes-have-no-public-address
        OsType = "Linux",
        OsSku = "AzureLinux",
        OsDiskType = "Ephemeral",      // cluster-nodes-keep-no-state
        Priority = "Regular",
        TemporaryNameForRotation = name + "tmp",
        NodeLabels = { [PoolLabel] = name },
        KubeletConfig = new KubernetesClusterNodePoolKubeletConfigArgs { PodMaxPid = 1024 },
        UpgradeSettings = new KubernetesClusterNodePoolUpgradeSettingsArgs { MaxSurge = "1", DrainTimeoutInMinutes = 30, UndrainableNodeBehavior = "Cordon" }, // cluster-undrainable-nodes-are-cordoned
        Tags = args.Scope.Tags,
    };
}
