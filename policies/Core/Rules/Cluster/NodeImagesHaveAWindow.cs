using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodeImagesHaveAWindow() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-node-images-have-a-window",
    Title = "Node images are renewed in a window of their own",
    Why = "Updates at a bad moment are the ones that people turn off.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set maintenanceWindowNodeOs.",
    Good = ["""{ "maintenanceWindowNodeOs": { "frequency": "Weekly" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["maintenanceWindowNodeOs"].MustExist();
}
