using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class ApiServerIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-api-server-is-private",
    Title = "The cluster's API server is reached only over the private network",
    Why = "One leaked kubeconfig is otherwise enough to schedule pods on the GPU nodes from anywhere.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.CisAks("5.4.2")],
    Remediation = "Set privateClusterEnabled to true.",
    Good = ["""{ "privateClusterEnabled": true }"""],
    Bad = ["""{ "privateClusterEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_115", "kics:599318f2-6653-4569-9e21-041d06c63a89", "AZU-0065"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateClusterEnabled"].MustBe(true);
}
