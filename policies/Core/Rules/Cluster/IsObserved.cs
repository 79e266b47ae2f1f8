using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class IsObserved() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-is-observed",
    Title = "Logs of the cluster reach a workspace",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set omsAgent.logAnalyticsWorkspaceId.",
    Good = ["""{ "omsAgent": { "logAnalyticsWorkspaceId": "x" } }""", """{ "omsAgent": { "enabled": true } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_4", "AVD-AZU-0040", "kics:9b09dee1-f09b-4013-91d2-158fa4695f4b"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["omsAgent.enabled"].UnlessIs("true", () => resource["omsAgent.logAnalyticsWorkspaceId"].MustExist()); // the flag is of earlier versions of the provider
}
