using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Cluster;

internal sealed class PublicApiServerNamesItsCallers() : ResourcePolicy(new PolicyInfo
{
    Id = "cluster-public-api-server-names-its-callers",
    Title = "A public API server names the addresses that may call it",
    Why = "Every address of the internet may otherwise try the sign-in of the cluster.",
    Severity = Severity.Critical,
    Types = ["azure:containerservice/kubernetesCluster:KubernetesCluster"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-2"), Framework.CisAks("5.4.1")],
    Remediation = "Set apiServerAccessProfile.authorizedIpRanges, or make the cluster private.",
    Good = ["""{ "privateClusterEnabled": true }""", """{ "apiServerAccessProfile": { "authorizedIpRanges": ["203.0.113.0/24"] } }"""],
    Bad = ["""{ }""", """{ "apiServerAccessProfile": { "authorizedIpRanges": ["0.0.0.0/0"] } }"""],
    Equivalents = ["CKV_AZURE_6", "AVD-AZU-0041", "kics:2583fab1-953b-4fae-bd02-4a136a6c21f9"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateClusterEnabled"].AsBoolean == true || resource["privateClusterEnabled"].IsUnknown ? []
        : resource["apiServerAccessProfile.authorizedIpRanges"] is { IsAbsent: false } ranges ? ranges.Must("name addresses, and not all of them", list => list.Items.Any() && !list.Items.Any(range => AddressSet.TryParse(range.AsText, out var set) && AddressSet.Cidr(set.Value.Ranges.First().First, set.Value.Ranges.First().Last) is { } cidr && (cidr.EndsWith("/0", StringComparison.Ordinal) || cidr.EndsWith("/1", StringComparison.Ordinal))))
        : resource["apiServerAuthorizedIpRanges"].Must("name addresses, and not all of them", list => list.Items.Any() && !list.Items.Any(range => range.AsText is "0.0.0.0/0" or "::/0" or "0.0.0.0/1" or "128.0.0.0/1"));
}
