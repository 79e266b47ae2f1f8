using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class HasNoSharedKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-has-no-shared-keys",
    Title = "The storage account has no shared keys",
    Why = "A shared key is everything in the account, for everybody, for ever.",
    Severity = Severity.High,
    Types = ["azure:storage/account:Account"],
    Threats = [Threat.ModelStealing, Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Set sharedAccessKeyEnabled to false.",
    Good = ["""{ "sharedAccessKeyEnabled": false }"""],
    Bad = ["""{ "sharedAccessKeyEnabled": true }""", """{ }"""],
    Equivalents = ["CKV2_AZURE_40"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sharedAccessKeyEnabled"].MustBe(false);
}
