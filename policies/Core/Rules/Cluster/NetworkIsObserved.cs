using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NetworkIsObserved() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-network-is-observed",
    Title = "The flows of the cluster are observed",
    Why = "Without flows nobody can tell whom an intruder in a pod has reached.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-4")],
    Remediation = "Set networkProfile.advancedNetworking.observabilityEnabled to true.",
    Good = ["""{ "networkProfile": { "advancedNetworking": { "observabilityEnabled": true } } }"""],
    Bad = ["""{ }""", """{ "networkProfile": { "advancedNetworking": { "observabilityEnabled": false } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource cluster) =>
        cluster["networkProfile.advancedNetworking.observabilityEnabled"].MustBe(true);
}
