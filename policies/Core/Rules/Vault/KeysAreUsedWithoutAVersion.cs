using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class KeysAreUsedWithoutAVersion() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-keys-are-used-without-a-version",
    Title = "Keys are used without a version",
    Why = "After a rotation the old key stays in use until somebody remembers.",
    Severity = Severity.Medium,
    Types = ["azure:storage/customerManagedKey:CustomerManagedKey", "azure:compute/diskEncryptionSet:DiskEncryptionSet"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Give the versionless id of the key.",
    Good = ["""{ "keyVaultKeyId": "https://v.vault.azure.net/keys/k" }"""],
    Bad = ["""{ "keyVaultKeyId": "https://v.vault.azure.net/keys/k/0123456789abcdef0123456789abcdef" }"""],
})
{
    // With automatic rotation the provider itself takes no id with a version.
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["keyVaultKeyId"].IsUnknown && resource["autoKeyRotationEnabled"].AsBoolean == true ? [] : resource["keyVaultKeyId"].Must("have no version, so that it rotates", id => id.AsText is not { } text || !(text.LastIndexOf('/') is > 0 and var slash && text.Length - slash - 1 == 32 && text[(slash + 1)..].All(char.IsAsciiHexDigit)), whenAbsent: true);
}
