using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class DisksHaveTheirOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-disks-have-their-own-key",
    Title = "Disks of the nodes are encrypted with a key of the owner",
    Why = "Weights are cached on these disks.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.ModelStealing],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set diskEncryptionSetId.",
    Good = ["""{ "diskEncryptionSetId": "x" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_117"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["diskEncryptionSetId"].MustExist();
}
