using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class MeshHasNoPublicGateway() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-mesh-has-no-public-gateway",
    Title = "The service mesh has no public gateway",
    Why = "A public gateway is a way to the model past the front door.",
    Severity = Severity.High,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2")],
    Remediation = "Remove externalIngressGatewayEnabled.",
    Corrections = [new("externalIngressGatewayEnabled", "false")],
    Good = ["""{ "serviceMeshProfile": { "externalIngressGatewayEnabled": false } }""", """{ }"""],
    Bad = ["""{ "serviceMeshProfile": { "externalIngressGatewayEnabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["serviceMeshProfile.externalIngressGatewayEnabled"].MustNotBe(true);
}
