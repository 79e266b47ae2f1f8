using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Defender;

internal sealed class ContactsAreAlerted() : ResourcePolicy(new PolicyInfo
{
    Id = "defender-contacts-are-alerted",
    Title = "Security contacts get alerts",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:securitycenter/contact:Contact"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set alertNotifications to true.",
    Corrections = [new("alertNotifications", "true")],
    Good = ["""{ "alertNotifications": true }"""],
    Bad = ["""{ "alertNotifications": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_21", "AVD-AZU-0044", "kics:9db38e87-f6aa-4b5e-a1ec-7266df259409", "AZU-0063", "kics:79c2c2c0-eb00-47c0-ac16-f8b0e2c81c92"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["alertNotifications"].MustBe(true);
}
