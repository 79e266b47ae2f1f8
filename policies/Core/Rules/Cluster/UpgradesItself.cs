using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class UpgradesItself() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-upgrades-itself",
    Title = "The cluster takes patches by itself",
    Why = "A control plane that waits for somebody is patched late.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set automaticUpgradeChannel to patch.",
    Corrections = [new("automaticUpgradeChannel", "\"patch\"")],
    Good = ["""{ "automaticUpgradeChannel": "patch" }"""],
    Bad = ["""{ "automaticUpgradeChannel": "none" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_171"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["automaticUpgradeChannel"].MustBeOneOf(["patch", "stable", "rapid", "node-image"]);
}
