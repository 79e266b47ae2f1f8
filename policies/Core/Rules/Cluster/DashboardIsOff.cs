using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class DashboardIsOff() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-dashboard-is-off",
    Title = "The Kubernetes dashboard is off",
    Why = "It acts on the cluster for whoever opens it.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove addonProfile.kubeDashboard.",
    Good = ["""{ "addonProfile": { "kubeDashboard": { "enabled": false } } }""", """{ }"""],
    Bad = ["""{ "addonProfile": { "kubeDashboard": { "enabled": true } } }"""],
    Equivalents = ["CKV_AZURE_8", "kics:61c3cb8b-0715-47e4-b788-86dde40dd2db", "kics:c62d3b92-9a11-4ffd-b7b7-6faaae83faed"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["addonProfile.kubeDashboard.enabled"].MustNotBe(true);
}
