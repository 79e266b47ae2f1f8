using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class FailedRequestsAreTraced() : ResourcePolicy(new PolicyInfo
{
    Id = "app-failed-requests-are-traced",
    Title = "Apps trace failed requests",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = AppTypes.Web,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set logs.failedRequestTracing to true.",
    Good = ["""{ "logs": { "failedRequestTracing": true } }""", """{ "logs": { "failedRequestTracingEnabled": true } }"""],
    Bad = ["""{ }""", """{ "logs": { "failedRequestTracing": false } }"""],
    Equivalents = ["CKV_AZURE_66"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["logs.failedRequestTracing"].IsAbsent ? resource["logs.failedRequestTracingEnabled"].MustBe(true) : resource["logs.failedRequestTracing"].MustBe(true);
}
