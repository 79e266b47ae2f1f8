using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class SignInIsEntra() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-sign-in-is-entra",
    Title = "Sign-in to the cluster is Entra ID's",
    Why = "Conditional access, revocation and the sign-in log end where local accounts begin.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Add azureActiveDirectoryRoleBasedAccessControl.",
    Good = ["""{ "azureActiveDirectoryRoleBasedAccessControl": {"azureRbacEnabled": true} }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["azureActiveDirectoryRoleBasedAccessControl"].MustExist();
}
