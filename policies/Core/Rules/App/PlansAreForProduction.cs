using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class PlansAreForProduction() : ResourcePolicy(new PolicyInfo
{
    Id = "app-plans-are-for-production",
    Title = "Plans of apps are of a production tier",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:appservice/servicePlan:ServicePlan"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set skuName to another value than F1 or D1 or B1 or B2 or B3 or FREE or SHARED.",
    Good = ["""{ "skuName": "P1v3" }""", """{ }"""],
    Bad = ["""{ "skuName": "F1" }"""],
    Equivalents = ["CKV_AZURE_211"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["skuName"].MustNotBe("F1", "D1", "B1", "B2", "B3", "FREE", "SHARED");
}
