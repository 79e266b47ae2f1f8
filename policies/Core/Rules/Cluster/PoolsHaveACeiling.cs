using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PoolsHaveACeiling() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-pools-have-a-ceiling",
    Title = "Pools that scale have a ceiling",
    Why = "A flood of requests buys GPUs without end.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set maxCount.",
    Good = ["""{ "autoScalingEnabled": true, "maxCount": 3 }"""],
    Bad = ["""{ "autoScalingEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["autoScalingEnabled"].AsBoolean == true ? resource["maxCount"].MustExist() : [];
}
