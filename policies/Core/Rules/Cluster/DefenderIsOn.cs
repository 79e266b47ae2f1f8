using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class DefenderIsOn() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-defender-is-on",
    Title = "Defender for Containers watches the cluster",
    Why = "Runtime attacks on nodes and pods go unseen otherwise.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set microsoftDefender.logAnalyticsWorkspaceId.",
    Good = ["""{ "microsoftDefender": { "logAnalyticsWorkspaceId": "x" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["microsoftDefender.logAnalyticsWorkspaceId"].MustExist();
}
