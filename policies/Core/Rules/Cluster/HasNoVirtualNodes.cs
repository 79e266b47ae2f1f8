using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasNoVirtualNodes() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-has-no-virtual-nodes",
    Title = "The cluster has no virtual nodes",
    Why = "Network policies do not hold for pods that run outside the cluster.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack, Threat.ToolExploitation],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Remove aciConnectorLinux.",
    Good = ["""{ }"""],
    Bad = ["""{ "aciConnectorLinux": { "subnetName": "a" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["aciConnectorLinux"].MustBeAbsent();
}
