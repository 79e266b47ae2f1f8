using Pulumi;
using Pulumi.Azure.ContainerService;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>The nodes of the tool sandboxes: each pod runs in a virtual machine of its own, and nothing else runs there.</summary>
public sealed class SandboxPool : ComponentResource
{
    /// <summary>Makes the pool.</summary>
    public SandboxPool(string name, NodePoolArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:cluster:SandboxPool", name, options)
    {
        var settings = args.Scope.Settings.Cluster;
        var pool = NodePools.Hardened(args, "sandbox", settings.SandboxSku, 1, settings.SandboxNodes);
        pool.WorkloadRuntime = "KataVmIsolation";      // cluster-sandbox-nodes-isolate-by-virtual-machine
        pool.NodeTaints = [NodePools.SandboxTaint];    // cluster-sandbox-nodes-are-tainted
        pool.NodeLabels.Add("purpose", "tool-sandbox");
        _ = new KubernetesClusterNodePool(name, pool, new() { Parent = this });
        this.RegisterOutputs();
    }
}
