using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class PlansHaveTwoWorkers() : ResourcePolicy(new PolicyInfo
{
    Id = "app-plans-have-two-workers",
    Title = "Plans of apps have at least two workers",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Low,
    Types = ["azure:appservice/servicePlan:ServicePlan"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set workerCount to at least 2.",
    Good = ["""{ "workerCount": 2 }"""],
    Bad = ["""{ "workerCount": 1 }""", """{ }"""],
    Equivalents = ["CKV_AZURE_212"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["workerCount"].MustBeAtLeast(2);
}
