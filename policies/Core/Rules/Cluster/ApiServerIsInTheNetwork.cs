using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class ApiServerIsInTheNetwork() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-api-server-is-in-the-network",
    Title = "The API server is in your network",
    Why = "Nodes and API server otherwise speak through a tunnel that a public name serves.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set apiServerAccessProfile.virtualNetworkIntegrationEnabled to true, with a subnet.",
    Good = ["""{ "apiServerAccessProfile": { "virtualNetworkIntegrationEnabled": true } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["apiServerAccessProfile.virtualNetworkIntegrationEnabled"].MustBe(true);
}
