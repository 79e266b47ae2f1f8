using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class RolesAreOn() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-roles-are-on",
    Title = "Role-based access control of the cluster is on",
    Why = "Without it every account of the cluster may do everything.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Remove roleBasedAccessControlEnabled: false.",
    Good = ["""{ "roleBasedAccessControlEnabled": true }""", """{ }"""],
    Bad = ["""{ "roleBasedAccessControlEnabled": false }"""],
    Equivalents = ["CKV_AZURE_5", "AVD-AZU-0042", "kics:86f92117-eed8-4614-9c6c-b26da20ff37f", "kics:9307a2ed-35c2-413d-94de-a1a0682c2158"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["roleBasedAccessControlEnabled"].MustBe(true, whenAbsent: true);
}
