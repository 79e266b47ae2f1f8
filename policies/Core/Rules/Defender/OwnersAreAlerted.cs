using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Defender;

internal sealed class OwnersAreAlerted() : ResourcePolicy(new PolicyInfo
{
    Id = "defender-owners-are-alerted",
    Title = "Owners of the subscription get alerts",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:securitycenter/contact:Contact"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set alertsToAdmins to true.",
    Corrections = [new("alertsToAdmins", "true")],
    Good = ["""{ "alertsToAdmins": true }"""],
    Bad = ["""{ "alertsToAdmins": false }""", """{ }"""],
    Equivalents = ["CKV_AZURE_22", "AZU-0063", "kics:79c2c2c0-eb00-47c0-ac16-f8b0e2c81c92"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["alertsToAdmins"].MustBe(true);
}
