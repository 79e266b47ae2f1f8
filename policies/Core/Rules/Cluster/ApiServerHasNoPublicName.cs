using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class ApiServerHasNoPublicName() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-api-server-has-no-public-name",
    Title = "The private API server has no public name",
    Why = "A public name tells the private address and that the cluster exists.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Remove privateClusterPublicFqdnEnabled.",
    Corrections = [new("privateClusterPublicFqdnEnabled", "false")],
    Good = ["""{ "privateClusterPublicFqdnEnabled": false }""", """{ }"""],
    Bad = ["""{ "privateClusterPublicFqdnEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateClusterPublicFqdnEnabled"].MustNotBe(true);
}
