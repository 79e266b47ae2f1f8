using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class BatchHasItsOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-batch-has-its-own-key",
    Title = "Batch accounts keep their secrets in your vault",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:batch/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set encryption or keyVaultReference.",
    Good = ["""{ "keyVaultReference": { "id": "/v" } }""", """{ "encryption": { "keyVaultKeyId": "https://v/keys/k" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_76"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["encryption"].IsAbsent ? resource["keyVaultReference"].MustExist() : [];
}
