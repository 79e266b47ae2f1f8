using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class SignaturesAreShort() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-signatures-are-short",
    Title = "Shared signatures end",
    Why = "One that was sent by mail opens the account for years.",
    Severity = Severity.Medium,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set sharedAccessKeyEnabled to false, or sasPolicy.expirationPeriod.",
    Good = ["""{ "sharedAccessKeyEnabled": false }""", """{ "sasPolicy": { "expirationPeriod": "01.00:00:00" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV2_AZURE_41"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sharedAccessKeyEnabled"].AsBoolean == false || resource["sharedAccessKeyEnabled"].IsUnknown ? [] : resource["sasPolicy.expirationPeriod"].MustExist();
}
