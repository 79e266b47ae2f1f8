using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class ExtensionsArePinned() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-extensions-are-pinned",
    Title = "Extensions of clusters have a version",
    Why = "Privileged code changes without a review.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterExtension:KubernetesClusterExtension"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set version.",
    Good = ["""{ "version": "1.2.3" }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["version"].MustExist();
}
