using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class IsolatedBootstrapsFromCache() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-isolated-bootstraps-from-cache",
    Title = "A cluster without egress takes its images from a registry of yours",
    Why = "Nodes that cannot leave and have no cache do not start, and the way out is then opened for them.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.SupplyChain, Threat.FullStack],
    Controls = [Framework.Atlas("AML.T0010.004"), Framework.Mcsb("NS-2")],
    Remediation = "Set bootstrapProfile.artifactSource to Cache with a private registry.",
    Good = ["""{ "networkProfile": { "outboundType": "none" }, "bootstrapProfile": { "artifactSource": "Cache" } }""", """{ "networkProfile": { "outboundType": "userDefinedRouting" } }"""],
    Bad = ["""{ "networkProfile": { "outboundType": "none" } }""", """{ "networkProfile": { "outboundType": "block" }, "bootstrapProfile": { "artifactSource": "Direct" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.outboundType"].AsText is "none" or "block" ? resource["bootstrapProfile.artifactSource"].MustBe("Cache") : [];
}
