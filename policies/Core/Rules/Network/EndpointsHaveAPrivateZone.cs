using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class EndpointsHaveAPrivateZone() : ResourcePolicy(new PolicyInfo
{
    Id = "network-endpoints-have-a-private-zone",
    Title = "Private endpoints are found by name",
    Why = "Without a zone, clients resolve the public name and fail, or reach around the endpoint.",
    Severity = Severity.Medium,
    Types = ["azure:privatelink/endpoint:Endpoint"],
    Threats = [Threat.Disclosure, Threat.ModelStealing],
    Controls = [Framework.Mcsb("NS-2"), Framework.Nist("SC-20")],
    Remediation = "Set privateDnsZoneGroup.",
    Good = ["""{ "privateDnsZoneGroup": { "name": "default", "privateDnsZoneIds": ["/z"] } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["privateDnsZoneGroup"].MustExist();
}
