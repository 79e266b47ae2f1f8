using Pulumi;
using Pulumi.Azure.ContainerService;

namespace LlmOpsSecure.Infra.Cluster;

/// <summary>The nodes of gateways, guards of tools and egress proxies: the only ones that clients reach, and that reach the hosts of the sandboxes' lists.</summary>
public sealed class EdgePool : ComponentResource
{
    /// <summary>Makes the pool.</summary>
    public EdgePool(string name, NodePoolArgs args, ComponentResourceOptions? options = null)
        : base("llmopssecure:cluster:EdgePool", name, options)
    {
        var settings = args.Scope.Settings.Cluster;
        var pool = NodePools.Hardened(args, "edge", settings.SystemSku, settings.SystemNodes, settings.SystemNodes * 2);
        pool.FipsEnabled = true; // cluster-nodes-use-fips-crypto
        pool.NodeLabels.Add("purpose", "edge");
        _ = new KubernetesClusterNodePool(name, pool, new() { Parent = this });
        this.RegisterOutputs();
    }
}
