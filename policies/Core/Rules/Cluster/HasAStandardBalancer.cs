using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasAStandardBalancer() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-has-a-standard-balancer",
    Title = "The cluster has a standard load balancer",
    Why = "The basic one is retired, and lets everything in.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Leave loadBalancerSku at standard.",
    Good = ["""{ "networkProfile": { "loadBalancerSku": "standard" } }""", """{ }"""],
    Bad = ["""{ "networkProfile": { "loadBalancerSku": "basic" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.loadBalancerSku"].MustBe("standard", whenAbsent: true);
}
