using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NetworkPolicyIsCilium() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-network-policy-is-cilium",
    Title = "Cilium enforces network policies",
    Why = "Only Cilium filters by names of hosts and encrypts between nodes.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set networkPolicy and networkDataPlane to cilium.",
    Good = ["""{ "networkProfile": { "networkPolicy": "cilium" } }"""],
    Bad = ["""{ "networkProfile": { "networkPolicy": "calico" } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.networkPolicy"].MustBeOneOf(["cilium"]);
}
