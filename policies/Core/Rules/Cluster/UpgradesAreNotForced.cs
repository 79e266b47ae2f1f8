using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class UpgradesAreNotForced() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-upgrades-are-not-forced",
    Title = "Upgrades are not forced",
    Why = "A forced upgrade goes past the checks that would have stopped it.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nist("CM-3")],
    Remediation = "Remove upgradeOverride.",
    Good = ["""{ }"""],
    Bad = ["""{ "upgradeOverride": { "forceUpgradeEnabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["upgradeOverride.forceUpgradeEnabled"].MustNotBe(true);
}
