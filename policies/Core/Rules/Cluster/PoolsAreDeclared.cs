using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PoolsAreDeclared() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-pools-are-declared",
    Title = "Nodes come only from pools that are declared",
    Why = "What provisions itself is in no review: taints, subnets and encryption are not seen.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set nodeProvisioningProfile.mode to another value than Auto.",
    Good = ["""{ "nodeProvisioningProfile": { "mode": "Manual" } }""", """{ }"""],
    Bad = ["""{ "nodeProvisioningProfile": { "mode": "Auto" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["nodeProvisioningProfile.mode"].MustNotBe("Auto");
}
