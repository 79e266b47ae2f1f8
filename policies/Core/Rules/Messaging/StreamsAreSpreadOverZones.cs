using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Messaging;

internal sealed class StreamsAreSpreadOverZones() : ResourcePolicy(new PolicyInfo
{
    Id = "messaging-streams-are-spread-over-zones",
    Title = "Event Hubs namespaces are spread over zones",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:eventhub/eventHubNamespace:EventHubNamespace"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove zoneRedundant, or set it to true.",
    Corrections = [new("zoneRedundant", "true")],
    Good = ["""{ "zoneRedundant": true }""", """{ "location": "westeurope" }"""],
    Bad = ["""{ "zoneRedundant": false }""", """{ "location": "South Africa West" }"""],
    Equivalents = ["CKV_AZURE_228"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["zoneRedundant"].MustNotBe(false).Concat(resource["location"].Must("be a region with zones", location => Regions.HaveZones(location.AsText), whenAbsent: true)).Take(1);
}
