using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class ClusterIsRecorded() : StackPolicy(new PolicyInfo
{
    Id = "audit-cluster-is-recorded",
    Title = "Every cluster has a diagnostic setting",
    Why = "Nobody can tell who did what in the cluster otherwise.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:monitoring/diagnosticSetting:DiagnosticSetting"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Add a DiagnosticSetting with kube-audit-admin and guard.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a", "enabledLogs": [{ "category": "kube-audit-admin" }] } }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "enabledLogs": [{ "categoryGroup": "allLogs" }] }, "references": { "targetResourceId": "a" } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "a", "id": "/a" }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a", "enabledLogs": [{ "category": "kube-scheduler" }] } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting with its audit log", counts: setting => DiagnosticLogs.Record(setting, name => name is "kube-audit" or "kube-audit-admin"));
}
