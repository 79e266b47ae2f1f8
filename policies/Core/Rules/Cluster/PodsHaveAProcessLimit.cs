using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PodsHaveAProcessLimit() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-pods-have-a-process-limit",
    Title = "Pods have a limit of processes",
    Why = "A pod that forks without end takes the node.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nist("SC-5"), Framework.CisAks("3.2.9")],
    Remediation = "Set kubeletConfig.podMaxPid to at most 4096.",
    Good = ["""{ "defaultNodePool": { "kubeletConfig": { "podMaxPid": 4096 } } }"""],
    Bad = ["""{ "defaultNodePool": { } }""", """{ "defaultNodePool": { "kubeletConfig": { "podMaxPid": 32768 } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["kubeletConfig.podMaxPid"].MustBeAtMost(4096);
}
