using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesEncryptAtHost() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-encrypt-at-host",
    Title = "The nodes encrypt their temporary disks and caches",
    Why = "Weights on the temporary disk are in clear otherwise.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set hostEncryptionEnabled to true.",
    Good = ["""{ "defaultNodePool": { "hostEncryptionEnabled": true } }"""],
    Bad = ["""{ "defaultNodePool": { "hostEncryptionEnabled": false } }""", """{ "defaultNodePool": {} }"""],
    Equivalents = ["CKV_AZURE_227"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["hostEncryptionEnabled"].MustBe(true);
}
