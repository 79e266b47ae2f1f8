using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesDoNotSwap() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-do-not-swap",
    Title = "Nodes have no swap file",
    Why = "Prompts and keys are written to disk when memory runs short.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Remove linuxOsConfig.swapFileSizeMb.",
    Good = ["""{ "defaultNodePool": { "linuxOsConfig": { "swapFileSizeMb": 0 } } }"""],
    Bad = ["""{ "defaultNodePool": { "linuxOsConfig": { "swapFileSizeMb": 1024 } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["linuxOsConfig.swapFileSizeMb"].MustBe(0, whenAbsent: true);
}
