using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class EtcdHasItsOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-etcd-has-its-own-key",
    Title = "Secrets in etcd are encrypted with a key of the owner",
    Why = "Backups and disks of the control plane hold every secret of the cluster.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set keyManagementService with a key of a vault of its own.",
    Good = ["""{ "keyManagementService": { "keyVaultKeyId": "x" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["keyManagementService.keyVaultKeyId"].MustExist();
}
