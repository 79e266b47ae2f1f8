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
    Good = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "a", "id": "/a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "properties": { "targetResourceId": "/a" } }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "a" }, { "type": "azure:monitoring/diagnosticSetting:DiagnosticSetting", "name": "b", "references": { "targetResourceId": "a" } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "a", "id": "/a" }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:monitoring/diagnosticSetting:DiagnosticSetting", "targetResourceId", "have a diagnostic setting");
}
