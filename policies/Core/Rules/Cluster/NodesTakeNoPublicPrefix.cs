using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesTakeNoPublicPrefix() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-take-no-public-prefix",
    Title = "Nodes take no range of public addresses",
    Why = "Each node is then reached from the internet.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove nodePublicIpPrefixId.",
    Good = ["""{ "defaultNodePool": { } }"""],
    Bad = ["""{ "defaultNodePool": { "nodePublicIpPrefixId": "/p" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["nodePublicIpPrefixId"].MustBeAbsent();
}
