using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class MonitoringHasNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-monitoring-has-no-keys",
    Title = "The monitoring agent signs in with the cluster's identity",
    Why = "The key of the workspace, which the agent uses otherwise, writes anything into the logs and never ends.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-3")],
    Remediation = "Set omsAgent.msiAuthForMonitoringEnabled.",
    Good = ["""{ "omsAgent": { "msiAuthForMonitoringEnabled": true } }""", """{ }"""],
    Bad = ["""{ "omsAgent": { "logAnalyticsWorkspaceId": "x" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["omsAgent"].IsAbsent ? [] : resource["omsAgent.msiAuthForMonitoringEnabled"].MustBe(true);
}
