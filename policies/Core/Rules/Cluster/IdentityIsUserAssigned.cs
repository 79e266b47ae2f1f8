using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class IdentityIsUserAssigned() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-identity-is-user-assigned",
    Title = "The cluster's identity is made before the cluster",
    Why = "Rights can then be given, and reviewed, before the cluster runs.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set identity.type to UserAssigned.",
    Good = ["""{ "identity": { "type": "UserAssigned" } }"""],
    Bad = ["""{ "identity": { "type": "SystemAssigned" } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["identity.type"].MustBeOneOf(["UserAssigned"]);
}
