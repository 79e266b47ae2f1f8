using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class DataPlaneIsCilium() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-data-plane-is-cilium",
    Title = "The data plane is Cilium",
    Why = "Policies by host name, and the denial of the metadata service, need it.",
    Severity = Severity.Medium,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack, Threat.ToolExploitation],
    Controls = [Framework.Mcsb("NS-1"), Framework.Atlas("AML.M0032")],
    Remediation = "Set networkProfile.networkDataPlane to cilium.",
    Good = ["""{ "networkProfile": { "networkDataPlane": "cilium" } }"""],
    Bad = ["""{ "networkProfile": { } }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkProfile.networkDataPlane"].MustBe("cilium");
}
