using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NodesTakeNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-nodes-take-no-keys",
    Title = "Nodes take no SSH key",
    Why = "A key opens every node, and is on none of them recorded.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Remove linuxProfile.",
    Good = ["""{ }"""],
    Bad = ["""{ "linuxProfile": { "adminUsername": "a", "sshKey": { "keyData": "k" } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["linuxProfile"].MustBeAbsent();
}
