using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class KubeletHasItsOwnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-kubelet-has-its-own-identity",
    Title = "The nodes pull images as an identity of yours",
    Why = "What the nodes may do is then known before they exist.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack, Threat.SupplyChain],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Set kubeletIdentity.",
    Good = ["""{ "kubeletIdentity": { "userAssignedIdentityId": "/i" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["kubeletIdentity.userAssignedIdentityId"].MustExist();
}
