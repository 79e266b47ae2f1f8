using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysAreSpreadOverZones() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-are-spread-over-zones",
    Title = "Application gateways are spread over zones",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set zones.",
    Good = ["""{ "zones": [ "1", "2" ] }"""],
    Bad = ["""{ }""", """{ "zones": [ "1" ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["zones"].Must("name two zones or more", zones => zones.Items.Count() >= 2);
}
