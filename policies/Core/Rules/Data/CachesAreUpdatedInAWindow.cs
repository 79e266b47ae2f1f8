using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CachesAreUpdatedInAWindow() : ResourcePolicy(new PolicyInfo
{
    Id = "data-caches-are-updated-in-a-window",
    Title = "Caches are updated in a window of their own",
    Why = "Updates at a bad moment are the ones that people put off.",
    Severity = Severity.Low,
    Types = ["azure:redis/cache:Cache"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Give patchSchedules.",
    Good = ["""{ "patchSchedules": [ { "dayOfWeek": "Sunday" } ] }""", """{ "skuName": "Basic" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["kics:b947809d-dd2f-4de9-b724-04d101c515aa"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["skuName"].UnlessIs("Basic", () => resource["patchSchedules"].MustExist());
}
