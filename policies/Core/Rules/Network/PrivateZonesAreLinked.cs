using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class PrivateZonesAreLinked() : StackPolicy(new PolicyInfo
{
    Id = "network-private-zones-are-linked",
    Title = "Every private zone is linked to a network",
    Why = "A zone that no network asks answers nobody: clients resolve the public address.",
    Severity = Severity.Low,
    Types = ["azure:privatedns/zone:Zone", "azure:privatedns/zoneVirtualNetworkLink:ZoneVirtualNetworkLink"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-20")],
    Remediation = "Add a ZoneVirtualNetworkLink.",
    Good = ["""[{ "type": "azure:privatedns/zone:Zone", "name": "z", "properties": { "name": "privatelink.blob.core.windows.net" } }, { "type": "azure:privatedns/zoneVirtualNetworkLink:ZoneVirtualNetworkLink", "name": "l", "properties": { "privateDnsZoneName": "privatelink.blob.core.windows.net" } }]"""],
    Bad = ["""[{ "type": "azure:privatedns/zone:Zone", "name": "z", "properties": { "name": "privatelink.blob.core.windows.net" } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var links = stack.References("azure:privatedns/zoneVirtualNetworkLink:ZoneVirtualNetworkLink", "privateDnsZoneName");
        return stack.OfType("azure:privatedns/zone:Zone").Where(zone => !links.HasUnknown && !(zone["name"].IsUnknown && links.HasAny) && !links.To(zone, zone["name"].AsText).Any())
            .Select(zone => zone.Violation("the zone must be linked to a network, but is not"));
    }
}
