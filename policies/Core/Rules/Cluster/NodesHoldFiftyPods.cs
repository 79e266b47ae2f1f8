using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesHoldFiftyPods() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-hold-fifty-pods",
    Title = "Nodes hold at least fifty pods",
    Why = "The agents of each node leave no room for the work, and more nodes are bought.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set maxPods to 50 or more.",
    Good = ["""{ "defaultNodePool": { "maxPods": 50 } }""", """{ "networkProfile": { "networkPluginMode": "overlay" } }"""],
    Bad = ["""{ }""", """{ "defaultNodePool": { "maxPods": 30 } }"""],
    Equivalents = ["CKV_AZURE_168"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["maxPods"] is { IsAbsent: false } pods ? pods.MustBeAtLeast(50) : resource["networkProfile.networkPluginMode"].UnlessIs("overlay", () => Pool.Of(resource)["maxPods"].MustExist()); // 250 there, 30 elsewhere
}
