using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesArePatched() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-are-patched",
    Title = "The nodes take security patches by themselves",
    Why = "A node that nobody patches is the shortest way from container to host.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set nodeOsUpgradeChannel to NodeImage.",
    Corrections = [new("nodeOsUpgradeChannel", "\"NodeImage\"")],
    Good = ["""{ "nodeOsUpgradeChannel": "NodeImage" }""", """{ }"""],
    Bad = ["""{ "nodeOsUpgradeChannel": "None" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["nodeOsUpgradeChannel"].MustBeOneOf(["NodeImage", "SecurityPatch"], whenAbsent: true);
}
