using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Defender;

internal sealed class ContactsHaveAPhone() : ResourcePolicy(new PolicyInfo
{
    Id = "defender-contacts-have-a-phone",
    Title = "Security contacts have a phone",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:securitycenter/contact:Contact"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set phone.",
    Good = ["""{ "phone": "+1" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_20", "AVD-AZU-0046", "kics:3e9fcc67-1f64-405f-b2f9-0a6be17598f0"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["phone"].MustExist();
}
