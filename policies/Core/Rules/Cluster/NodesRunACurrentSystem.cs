using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesRunACurrentSystem() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-run-a-current-system",
    Title = "Nodes run a system that is still supported",
    Why = "A system at its end gets no patches.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster", "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Use AzureLinux, Ubuntu or Ubuntu2404.",
    Good = ["""{ "osSku": "AzureLinux", "defaultNodePool": { "osSku": "Ubuntu" } }""", """{ }"""],
    Bad = ["""{ "osSku": "Ubuntu2204", "defaultNodePool": { "osSku": "CBLMariner" } }""", """{ "osSku": "Windows2019", "defaultNodePool": { "osSku": "Ubuntu2204" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Pool.Of(resource)["osSku"].MustNotBe("Ubuntu2204", "CBLMariner", "Mariner", "Windows2019");
}
