using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class HasNoManagedOutboundAddress() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-has-no-managed-outbound-address",
    Title = "The cluster gets no public address to leave by",
    Why = "What leaves by it passes no firewall.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2"), Framework.Atlas("AML.T0025")],
    Remediation = "Route egress through a firewall.",
    Good = ["""{ "networkProfile": { "outboundType": "userDefinedRouting" } }"""],
    Bad = ["""{ "networkProfile": { "loadBalancerProfile": { "managedOutboundIpCount": 2 } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.loadBalancerProfile.managedOutboundIpCount"].MustBeAtMost(0, whenAbsent: true);
}
