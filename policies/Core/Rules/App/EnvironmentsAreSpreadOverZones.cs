using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class EnvironmentsAreSpreadOverZones() : ResourcePolicy(new PolicyInfo
{
    Id = "app-environments-are-spread-over-zones",
    Title = "Environments of apps are spread over zones",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:appservice/environmentV3:EnvironmentV3"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set zoneRedundant to true.",
    Corrections = [new("zoneRedundant", "true")],
    Good = ["""{ "zoneRedundant": true }"""],
    Bad = ["""{ "zoneRedundant": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_231"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["zoneRedundant"].MustBe(true);
}
