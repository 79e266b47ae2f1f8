using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class EgressIsRouted() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-egress-is-routed",
    Title = "What leaves the cluster is routed to the firewall",
    Why = "The default is a public address that lets every pod call anybody.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Set networkProfile.outboundType to userDefinedRouting or none.",
    Good = ["""{ "networkProfile": { "outboundType": "userDefinedRouting" } }"""],
    Bad = ["""{ "networkProfile": { "outboundType": "loadBalancer" } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.outboundType"].MustBeOneOf(["userDefinedRouting", "none", "block"]);
}
