using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PoolsRunLinux() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-pools-run-linux",
    Title = "Node pools run Linux",
    Why = "Sandboxes, network policies and admission are made for Linux nodes.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set osType to Linux.",
    Good = ["""{ "osType": "Linux" }""", """{ }"""],
    Bad = ["""{ "osType": "Windows" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["osType"].MustBeOneOf(["Linux"], whenAbsent: true);
}
