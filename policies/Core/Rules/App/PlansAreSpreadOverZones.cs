using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class PlansAreSpreadOverZones() : ResourcePolicy(new PolicyInfo
{
    Id = "app-plans-are-spread-over-zones",
    Title = "Plans of apps are spread over zones",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:appservice/servicePlan:ServicePlan"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set zoneBalancingEnabled to true.",
    Corrections = [new("zoneBalancingEnabled", "true")],
    Good = ["""{ "zoneBalancingEnabled": true }"""],
    Bad = ["""{ "zoneBalancingEnabled": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_225"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["zoneBalancingEnabled"].MustBe(true);
}
