using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class UndrainableNodesAreCordoned() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-undrainable-nodes-are-cordoned",
    Title = "Nodes that cannot be drained take no new pods",
    Why = "An upgrade that one pod holds up leaves old nodes in service otherwise.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set upgradeSettings.undrainableNodeBehavior to Cordon.",
    Good = ["""{ "upgradeSettings": { "undrainableNodeBehavior": "Cordon" }, "defaultNodePool": { "upgradeSettings": { "undrainableNodeBehavior": "Cordon" } } }"""],
    Bad = ["""{ }""", """{ "upgradeSettings": { "undrainableNodeBehavior": "Schedule" }, "defaultNodePool": { "upgradeSettings": { "undrainableNodeBehavior": "Schedule" } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource[resource.Type == this.Info.Types[0] ? "defaultNodePool.upgradeSettings.undrainableNodeBehavior" : "upgradeSettings.undrainableNodeBehavior"].MustBe("Cordon");
}
