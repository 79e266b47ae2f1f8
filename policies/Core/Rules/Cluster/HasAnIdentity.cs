using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasAnIdentity() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-has-an-identity",
    Title = "The cluster has a managed identity",
    Why = "A service principal is a password that lives in the cluster.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Use identity instead of servicePrincipal.",
    Good = ["""{ "identity": { "type": "UserAssigned" } }"""],
    Bad = ["""{ "servicePrincipal": { "clientId": "a" } }"""],
    Equivalents = ["CKV_AZURE_28"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["servicePrincipal"].MustBeAbsent();
}
