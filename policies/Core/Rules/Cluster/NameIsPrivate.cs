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
        resource["privateClusterEnabled"].AsBoolean == true && !IsOfAZone(resource) ? resource["privateDnsZoneId"].MustNotBe("None") : [];

    // The id of a zone is not known before deployment, but that it is one of a zone is.
    private static bool IsOfAZone(Resource resource) => resource["privateDnsZoneId"].IsUnknown
        && resource.PropertyDependencies.TryGetValue("privateDnsZoneId", out var urns) && urns.Count > 0 && urns.All(urn => urn.Contains("azure:privatedns/zone:Zone::", StringComparison.Ordinal));
}
