using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class WorkloadIdentityIsOn() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-workload-identity-is-on",
    Title = "Workload identity is on",
    Why = "Pods need secrets of their own to reach Azure otherwise.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set workloadIdentityEnabled and oidcIssuerEnabled to true.",
    Good = ["""{ "workloadIdentityEnabled": true }"""],
    Bad = ["""{ "workloadIdentityEnabled": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["workloadIdentityEnabled"].MustBe(true);
}
