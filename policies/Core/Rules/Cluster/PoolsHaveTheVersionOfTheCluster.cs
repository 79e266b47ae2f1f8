using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PoolsHaveTheVersionOfTheCluster() : StackPolicy(new PolicyInfo
{
    Id = "cluster-pools-have-the-version-of-the-cluster",
    Title = "Node pools run the version of their cluster",
    Why = "Old kubelets keep the flaws that the upgrade of the cluster mended.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Remove orchestratorVersion, or give it the minor version of kubernetesVersion.",
    Good = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { "kubernetesVersion": "1.34" } }, { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "p", "properties": { "kubernetesClusterId": "/k", "orchestratorVersion": "1.34.2" } }]""", """[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { "kubernetesVersion": "1.34" } }, { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "p", "properties": { "kubernetesClusterId": "/k" } }]"""],
    Bad = ["""[{ "type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "k", "id": "/k", "properties": { "kubernetesVersion": "1.34" } }, { "type": "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", "name": "p", "properties": { "kubernetesClusterId": "/k", "orchestratorVersion": "1.33" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType(this.Info.Types[1]).Where(cluster => Minor(cluster["kubernetesVersion"]) is not null).SelectMany(cluster => stack.References(this.Info.Types[0], "kubernetesClusterId").To(cluster)
            .Where(pool => !pool["orchestratorVersion"].IsLeftOut()).SelectMany(pool => pool["orchestratorVersion"].Must($"be of {Minor(cluster["kubernetesVersion"])}", version => Minor(version) is not { } minor || minor == Minor(cluster["kubernetesVersion"]), whenAbsent: true)));

    private static string? Minor(Field version) => version.AsText?.Split('.') is [var major, var minor, ..] ? $"{major}.{minor}" : null;
}
