using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SystemPoolRunsOnlyTheSystem() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-system-pool-runs-only-the-system",
    Title = "The system pool runs only what the cluster needs",
    Why = "A tool beside the cluster's own controllers can reach them.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set defaultNodePool.onlyCriticalAddonsEnabled to true.",
    Good = ["""{ "defaultNodePool": { "onlyCriticalAddonsEnabled": true } }"""],
    Bad = ["""{ "defaultNodePool": { "onlyCriticalAddonsEnabled": false } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_232"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["defaultNodePool.onlyCriticalAddonsEnabled"].MustBe(true);
}
