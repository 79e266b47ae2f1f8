using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesOpenNoPorts() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-open-no-ports",
    Title = "Nodes open no ports to pods",
    Why = "What listens on a node is reached past services and policies.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Remove allowedHostPorts.",
    Good = ["""{ "defaultNodePool": { } }"""],
    Bad = ["""{ "defaultNodePool": { "nodeNetworkProfile": { "allowedHostPorts": [{ "portStart": 8000, "portEnd": 9000, "protocol": "TCP" }] } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["nodeNetworkProfile.allowedHostPorts"].MustBeAbsent();
}
