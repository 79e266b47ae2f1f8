using Pulumi;
using Pulumi.Azure.ContainerService;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>The GPU nodes: tainted, so that only model servers run there, in a subnet of their own, and split in hardware where tenants share a GPU.</summary>
public sealed class GpuPool : ComponentResource
{
    /// <summary>Makes the pool.</summary>
    public GpuPool(string name, NodePoolArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:cluster:GpuPool", name, options)
    {
        var gpu = args.Scope.Settings.Gpu;
        var pool = NodePools.Hardened(args, "gpu", gpu.Sku.Name, gpu.MinNodes, gpu.MaxNodes);
        pool.NodeTaints = [NodePools.GpuTaint];                       // cluster-gpu-nodes-are-tainted
        pool.NodeLabels.Add("workload", "inference");
        pool.NodeLabels.Add("tenancy", gpu.Mig is null ? "exclusive" : "shared");
        pool.GpuDriver = gpu.Sku.Confidential ? "None" : "Install";   // cluster-confidential-gpus-bring-their-driver
        if (gpu.Sku.Confidential)
        {
            pool.OsSku = "Ubuntu2404"; // confidential machines run Ubuntu, and without FIPS
        }
        else
        {
            pool.FipsEnabled = true; // cluster-nodes-use-fips-crypto
        }

        if (gpu.Mig is { } profile)
        {
            pool.GpuInstance = profile; // cluster-shared-gpus-are-split-in-hardware
        }

        _ = new KubernetesClusterNodePool(name, pool, new() { Parent = this });
        this.RegisterOutputs();
    }
}
