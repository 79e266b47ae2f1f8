using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PoolsAreScaleSets() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-pools-are-scale-sets",
    Title = "Node pools are scale sets",
    Why = "Pools of the old kind cannot be scaled, spread or upgraded one by one.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Set defaultNodePool.type to another value than AvailabilitySet.",
    Good = ["""{ "defaultNodePool": { "type": "VirtualMachineScaleSets" } }""", """{ }"""],
    Bad = ["""{ "defaultNodePool": { "type": "AvailabilitySet" } }"""],
    Equivalents = ["CKV_AZURE_169"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["defaultNodePool.type"].MustNotBe("AvailabilitySet");
}
