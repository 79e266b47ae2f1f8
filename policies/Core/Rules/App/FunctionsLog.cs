using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class FunctionsLog() : ResourcePolicy(new PolicyInfo
{
    Id = "app-functions-log",
    Title = "Functions log what they do",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = AppTypes.Functions,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Remove builtinLoggingEnabled.",
    Good = ["""{ }""", """{ "enableBuiltinLogging": true }"""],
    Bad = ["""{ "enableBuiltinLogging": false }""", """{ "builtinLoggingEnabled": false }"""],
    Equivalents = ["CKV_AZURE_159"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["builtinLoggingEnabled"].IsAbsent ? resource["enableBuiltinLogging"].MustNotBe(false) : resource["builtinLoggingEnabled"].MustNotBe(false);
}
