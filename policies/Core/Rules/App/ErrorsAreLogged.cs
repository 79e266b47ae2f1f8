using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.App;

internal sealed class ErrorsAreLogged() : ResourcePolicy(new PolicyInfo
{
    Id = "app-errors-are-logged",
    Title = "Apps log errors in detail",
    Why = "Nobody can tell what happened otherwise.",
    Severity = Severity.Low,
    Types = AppTypes.Web,
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("LT-3")],
    Remediation = "Set logs.detailedErrorMessages to true.",
    Good = ["""{ "logs": { "detailedErrorMessages": true } }""", """{ "logs": { "detailedErrorMessagesEnabled": true } }"""],
    Bad = ["""{ }""", """{ "logs": { "detailedErrorMessages": false } }"""],
    Equivalents = ["CKV_AZURE_65"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["logs.detailedErrorMessages"].IsAbsent ? resource["logs.detailedErrorMessagesEnabled"].MustBe(true) : resource["logs.detailedErrorMessages"].MustBe(true);
}
