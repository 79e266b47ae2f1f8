using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class DefaultRouteIsTheFirewall() : ResourcePolicy(new PolicyInfo
{
    Id = "network-default-route-is-the-firewall",
    Title = "No route leads straight to the internet",
    Why = "What leaves by such a route passes no firewall and no log.",
    Severity = Severity.High,
    Types = ["azure:network/routeTable:RouteTable", "azure:network/route:Route"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-7"), Framework.Atlas("AML.T0025")],
    Remediation = "Set nextHopType of 0.0.0.0/0 to VirtualAppliance with the firewall's address.",
    Good = ["""{ "routes": [{ "addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualAppliance", "nextHopInIpAddress": "10.0.0.4" }, { "addressPrefix": "20.1.2.3/32", "nextHopType": "Internet" }] }"""],
    Bad = ["""{ "routes": [{ "addressPrefix": "0.0.0.0/0", "nextHopType": "Internet" }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        (resource.Type.EndsWith(":Route", StringComparison.Ordinal) ? [resource.Root] : resource["routes"].Items).Where(route => AddressSet.TryParse(route["addressPrefix"].AsText, out var set) && Halves.Any(half => set.Value.Covers(half))).SelectMany(route => route["nextHopType"].MustNotBe("Internet"));

    private static readonly IReadOnlyList<AddressSet> Halves = [.. new[] { "0.0.0.0/1", "128.0.0.0/1", "::/0" }.Select(text => AddressSet.TryParse(text, out var set) ? set.Value : throw new FormatException(text))];
}
