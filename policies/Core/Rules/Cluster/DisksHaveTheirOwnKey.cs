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
    Equivalents = ["CKV_AZURE_117", "kics:b17d8bb8-4c08-4785-867e-cb9e62a622aa", "AZU-0067"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["diskEncryptionSetId"].MustExist();
}
