using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class NameIsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-name-is-private",
    Title = "The name of a private cluster is resolved privately",
    Why = "Without a zone, the name is resolved by whatever the network has.",
    Severity = Severity.Low,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set privateDnsZoneId to System or a zone of yours.",
    Good = ["""{ "privateClusterEnabled": true, "privateDnsZoneId": "System" }""", """{ "privateClusterEnabled": true }"""],
    Bad = ["""{ "privateClusterEnabled": true, "privateDnsZoneId": "None" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateClusterEnabled"].AsBoolean == true ? resource["privateDnsZoneId"].MustNotBe("None") : [];
}
