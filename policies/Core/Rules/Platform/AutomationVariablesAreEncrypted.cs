using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class AutomationVariablesAreEncrypted() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-automation-variables-are-encrypted",
    Title = "Variables of automation accounts are encrypted",
    Why = "Whoever may look at the account reads them.",
    Severity = Severity.Medium,
    Types = ["azure:automation/stringVariable:StringVariable", "azure:automation/boolVariable:BoolVariable", "azure:automation/intVariable:IntVariable", "azure:automation/dateTimeVariable:DateTimeVariable", "azure:automation/objectVariable:ObjectVariable"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Set encrypted to true.",
    Corrections = [new("encrypted", "true")],
    Good = ["""{ "encrypted": true }"""],
    Bad = ["""{ "encrypted": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_73"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["encrypted"].MustBe(true);
}
