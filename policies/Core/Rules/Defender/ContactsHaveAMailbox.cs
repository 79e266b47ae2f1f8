using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Defender;

internal sealed class ContactsHaveAMailbox() : ResourcePolicy(new PolicyInfo
{
    Id = "defender-contacts-have-a-mailbox",
    Title = "Security contacts have a mailbox",
    Why = "Alerts reach nobody who could act.",
    Severity = Severity.Low,
    Types = ["azure:securitycenter/contact:Contact"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IR-2")],
    Remediation = "Set email.",
    Good = ["""{ "email": "a@b.example" }"""],
    Bad = ["""{ }""", """{ "email": "" }"""],
    Equivalents = ["CKV_AZURE_131", "AZU-0062", "kics:34664094-59e0-4524-b69f-deaa1a68cce3"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["email"].Must("be an address", email => email.AsText?.Contains('@', StringComparison.Ordinal) == true);
}
