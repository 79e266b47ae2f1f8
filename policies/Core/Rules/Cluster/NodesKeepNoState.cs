using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesKeepNoState() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-keep-no-state",
    Title = "The nodes keep no state",
    Why = "What was planted on a node goes with it.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set osDiskType to Ephemeral.",
    Good = ["""{ "defaultNodePool": { "osDiskType": "Ephemeral" } }"""],
    Bad = ["""{ "defaultNodePool": { "osDiskType": "Managed" } }""", """{ "defaultNodePool": {} }"""],
    Equivalents = ["CKV_AZURE_226"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["osDiskType"].MustBe("Ephemeral");
}
