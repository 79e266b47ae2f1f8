using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class NamesAreValid() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-names-are-valid",
    Title = "Storage accounts have a valid name",
    Why = "Azure refuses the account, and with it what depends on it.",
    Severity = Severity.Low,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("PV-6")],
    Remediation = "Choose another name.",
    Good = ["""{ "name": "weights7" }""", """{ }"""],
    Bad = ["""{ "name": "My-Account" }""", """{ "name": "thisnameislongerthantwentyfourletters" }"""],
    Equivalents = ["CKV_AZURE_43"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["name"].Must("be 3 to 24 small letters and digits", name => name.AsText is not { } text ? name.AsNumber is not null : text.Length is >= 3 and <= 24 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)), whenAbsent: true);
}
