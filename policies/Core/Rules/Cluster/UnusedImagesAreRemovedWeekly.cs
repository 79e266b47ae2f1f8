using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class UnusedImagesAreRemovedWeekly() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-unused-images-are-removed-weekly",
    Title = "Unused images are removed at least weekly",
    Why = "An old image with known flaws can be started again.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set imageCleanerIntervalHours to at most 168.",
    Good = ["""{ "imageCleanerIntervalHours": 168 }""", """{ }"""],
    Bad = ["""{ "imageCleanerIntervalHours": 169 }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["imageCleanerIntervalHours"].MustBeAtMost(168, whenAbsent: true);
}
