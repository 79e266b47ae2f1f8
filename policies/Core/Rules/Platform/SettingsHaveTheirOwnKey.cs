using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Platform;

internal sealed class SettingsHaveTheirOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "platform-settings-have-their-own-key",
    Title = "App Configuration stores are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:appconfiguration/configurationStore:ConfigurationStore"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set encryption.keyVaultKeyIdentifier.",
    Good = ["""{ "encryption": { "keyVaultKeyIdentifier": "https://v/keys/k" } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_186"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["encryption.keyVaultKeyIdentifier"].MustExist();
}
