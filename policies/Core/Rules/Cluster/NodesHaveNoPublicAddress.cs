using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesHaveNoPublicAddress() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-have-no-public-address",
    Title = "The nodes have no public address",
    Why = "A node with a public address is past the firewall.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.CisAks("5.4.3")],
    Remediation = "Remove nodePublicIpEnabled.",
    Corrections = [new("nodePublicIpEnabled", "false")],
    Good = ["""{ "defaultNodePool": { "nodePublicIpEnabled": false } }"""],
    Bad = ["""{ "defaultNodePool": { "nodePublicIpEnabled": true } }"""],
    Equivalents = ["CKV_AZURE_143"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["nodePublicIpEnabled"].MustNotBe(true);
}
