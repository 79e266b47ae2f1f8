using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class RequestsAreLogged() : ResourcePolicy(new PolicyInfo
{
    Id = "app-requests-are-logged",
    Title = "Apps log their requests",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = AppTypes.Web,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set logs.httpLogs.",
    Good = ["""{ "logs": { "httpLogs": { "fileSystem": { "retentionInDays": 7, "retentionInMb": 35 } } } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_63"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["logs.httpLogs"].MustExist();
}
