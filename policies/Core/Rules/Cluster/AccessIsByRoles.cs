using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class AccessIsByRoles() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-access-is-by-roles",
    Title = "Access to the cluster is by Azure roles",
    Why = "Rights in one place can be reviewed and taken away in one place.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set azureRbacEnabled to true.",
    Good = ["""{ "azureActiveDirectoryRoleBasedAccessControl": { "azureRbacEnabled": true } }"""],
    Bad = ["""{ "azureActiveDirectoryRoleBasedAccessControl": { "azureRbacEnabled": false } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["azureActiveDirectoryRoleBasedAccessControl.azureRbacEnabled"].MustBe(true);
}
