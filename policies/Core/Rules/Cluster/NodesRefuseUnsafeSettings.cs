using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesRefuseUnsafeSettings() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-refuse-unsafe-settings",
    Title = "Nodes refuse unsafe kernel settings of pods",
    Why = "A pod that may change them changes the kernel of its neighbours.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Pss("baseline"), Framework.Mcsb("PV-2")],
    Remediation = "Remove allowedUnsafeSysctls.",
    Good = ["""{ "defaultNodePool": { } }"""],
    Bad = ["""{ "defaultNodePool": { "kubeletConfig": { "allowedUnsafeSysctls": ["kernel.msg*"] } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["kubeletConfig.allowedUnsafeSysctls"].MustBeAbsent();
}
