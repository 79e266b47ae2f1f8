using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class DrainsEnd() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-drains-end",
    Title = "Nodes are drained within an hour",
    Why = "One pod that does not end holds up every security patch.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set upgradeSettings.drainTimeoutInMinutes to at most 60.",
    Good = ["""{ "defaultNodePool": { "upgradeSettings": { "drainTimeoutInMinutes": 60 } } }"""],
    Bad = ["""{ "defaultNodePool": { "upgradeSettings": { "drainTimeoutInMinutes": 600 } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["upgradeSettings.drainTimeoutInMinutes"].MustBeAtMost(60, whenAbsent: true);
}
