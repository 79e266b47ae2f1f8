using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class AutomaticClustersHaveNoPublicGateway() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-automatic-clusters-have-no-public-gateway",
    Title = "Meshes of automatic clusters have no public gateway",
    Why = "It is a way in beside the firewall for web applications.",
    Severity = Severity.High,
    Types = ["azure:containerservice/automaticCluster:AutomaticCluster"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove serviceMesh.externalIngressGatewayEnabled, or set it to false.",
    Corrections = [new("externalIngressGatewayEnabled", "false")],
    Good = ["""{ "serviceMesh": { "externalIngressGatewayEnabled": false } }""", """{ }"""],
    Bad = ["""{ "serviceMesh": { "externalIngressGatewayEnabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["serviceMesh.externalIngressGatewayEnabled"].MustNotBe(true);
}
