using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class EtcdKeyIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-etcd-key-is-private",
    Title = "The vault of the etcd key is reached privately",
    Why = "A vault that is open to the network is one credential away.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set keyVaultNetworkAccess to Private.",
    Good = ["""{ "keyManagementService": { "keyVaultNetworkAccess": "Private" } }"""],
    Bad = ["""{ "keyManagementService": { "keyVaultNetworkAccess": "Public" } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["keyManagementService.keyVaultNetworkAccess"].MustBeOneOf(["Private"]);
}
