using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasDeploymentSafeguards() : StackPolicy(new PolicyInfo
{
    Id = "cluster-has-deployment-safeguards",
    Title = "The cluster has deployment safeguards",
    Why = "Without them the API server admits what the pipeline would have refused.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/clusterDeploymentSafeguard:ClusterDeploymentSafeguard"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Add a ClusterDeploymentSafeguard for the cluster.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { } }, { "type": "azure:containerservice/clusterDeploymentSafeguard:ClusterDeploymentSafeguard", "name": "s", "id": "/s", "properties": { "kubernetesClusterId": "/k", "level": "Enforce" } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachMustHave("azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/clusterDeploymentSafeguard:ClusterDeploymentSafeguard", "kubernetesClusterId", "have deployment safeguards");
}
