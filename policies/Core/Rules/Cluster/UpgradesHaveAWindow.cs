using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class UpgradesHaveAWindow() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-upgrades-have-a-window",
    Title = "Upgrades have a window",
    Why = "An upgrade at noon looks like an attack, and an attack like an upgrade.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Nist("CM-3")],
    Remediation = "Set maintenanceWindowAutoUpgrade.",
    Good = ["""{ "automaticUpgradeChannel": "patch", "maintenanceWindowAutoUpgrade": { "frequency": "Weekly" } }""", """{ }"""],
    Bad = ["""{ "automaticUpgradeChannel": "patch" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["automaticUpgradeChannel"].AsText is { } channel && channel != "none" ? resource["maintenanceWindowAutoUpgrade"].MustExist() : [];
}
