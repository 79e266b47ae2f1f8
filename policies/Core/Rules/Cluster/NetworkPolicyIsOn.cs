using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NetworkPolicyIsOn() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-network-policy-is-on",
    Title = "Network policies of the cluster are enforced",
    Why = "Network policies are written and nobody enforces them otherwise.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.CisAks("4.4.1")],
    Remediation = "Set networkProfile.networkPolicy to cilium.",
    Good = ["""{ "networkProfile": { "networkPolicy": "cilium" } }"""],
    Bad = ["""{ "networkProfile": { "networkPolicy": "none" } }""", """{ }"""],
    Equivalents = ["CKV_AZURE_7", "AVD-AZU-0043", "kics:f5342045-b935-402d-adf1-8dbbd09c0eef", "kics:25c0228e-4444-459b-a2df-93c7df40b7ed"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.networkPolicy"].MustBeOneOf(["cilium", "calico", "azure"]);
}
