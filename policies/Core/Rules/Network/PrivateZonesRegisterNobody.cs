using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class PrivateZonesRegisterNobody() : ResourcePolicy(new PolicyInfo
{
    Id = "network-private-zones-register-nobody",
    Title = "Zones of private endpoints hold no names of machines",
    Why = "A machine that takes the name of a service gets what is meant for that.",
    Severity = Severity.Low,
    Types = ["azure:privatedns/zoneVirtualNetworkLink:ZoneVirtualNetworkLink"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-10")],
    Remediation = "Remove registrationEnabled, or set it to false.",
    Good = ["""{ "privateDnsZoneName": "privatelink.vaultcore.azure.net" }""", """{ "privateDnsZoneName": "machines.example", "registrationEnabled": true }"""],
    Bad = ["""{ "privateDnsZoneName": "privatelink.vaultcore.azure.net", "registrationEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource link) =>
        link["privateDnsZoneName"].AsText is { } zone && !zone.StartsWith("privatelink.", StringComparison.OrdinalIgnoreCase) ? []
        : link["privateDnsZoneName"].IsUnknown && link["registrationEnabled"].AsBoolean == true ? [link["registrationEnabled"].Undetermined("be false for a zone of private endpoints")]
        : link["registrationEnabled"].MustNotBe(true);
}
