using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class IssuerIsOn() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-issuer-is-on",
    Title = "The cluster issues tokens that Azure trusts",
    Why = "Workload identity does not work without it.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set oidcIssuerEnabled to true.",
    Corrections = [new("oidcIssuerEnabled", "true")],
    Good = ["""{ "oidcIssuerEnabled": true }"""],
    Bad = ["""{ "oidcIssuerEnabled": false }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["oidcIssuerEnabled"].MustBe(true);
}
