using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class UnusedImagesAreRemoved() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-unused-images-are-removed",
    Title = "Unused images are removed from the nodes",
    Why = "Old vulnerable images stay on the nodes, ready to be started.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set imageCleanerEnabled to true.",
    Corrections = [new("imageCleanerEnabled", "true")],
    Good = ["""{ "imageCleanerEnabled": true }"""],
    Bad = ["""{ "imageCleanerEnabled": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["imageCleanerEnabled"].MustBe(true);
}
