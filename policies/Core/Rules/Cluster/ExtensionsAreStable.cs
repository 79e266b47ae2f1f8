using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class ExtensionsAreStable() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-extensions-are-stable",
    Title = "Extensions of clusters are stable releases",
    Why = "Preview releases are unsupported.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesClusterExtension:KubernetesClusterExtension"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set releaseTrain to Stable.",
    Good = ["""{ "releaseTrain": "Stable" }""", """{ }"""],
    Bad = ["""{ "releaseTrain": "Preview" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["releaseTrain"].MustBeOneOf(["Stable"], whenAbsent: true);
}
