using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NetworkPluginIsAzure() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-network-plugin-is-azure",
    Title = "The network plugin is Azure CNI",
    Why = "The older plugin has no network policies that hold.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set networkProfile.networkPlugin to azure.",
    Good = ["""{ "networkProfile": { "networkPlugin": "azure" } }"""],
    Bad = ["""{ "networkProfile": { "networkPlugin": "kubenet" } }""", """{ }"""],
    Equivalents = ["CKV2_AZURE_29"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.networkPlugin"].MustBeOneOf(["azure", "none"]);
}
