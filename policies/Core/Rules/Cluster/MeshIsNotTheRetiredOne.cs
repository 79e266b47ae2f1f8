using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class MeshIsNotTheRetiredOne() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-mesh-is-not-the-retired-one",
    Title = "The retired Open Service Mesh is off",
    Why = "It gets no fixes.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Use the Istio add-on, or none.",
    Good = ["""{ }"""],
    Bad = ["""{ "openServiceMeshEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["openServiceMeshEnabled"].MustNotBe(true);
}
