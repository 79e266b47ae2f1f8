using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class CertificateKeysAreLong() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-certificate-keys-are-long",
    Title = "Keys of certificates are long",
    Why = "Short ones are broken.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/certificate:Certificate"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-7")],
    Remediation = "Set keySize to 2048 or more.",
    Good = ["""{ "certificatePolicy": { "keyProperties": { "keyType": "RSA", "keySize": 3072 } } }""", """{ "certificatePolicy": { "keyProperties": { "keyType": "EC" } } }"""],
    Bad = ["""{ "certificatePolicy": { "keyProperties": { "keyType": "RSA", "keySize": 1024 } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["certificatePolicy.keyProperties.keyType"].AsText?.StartsWith("RSA", StringComparison.Ordinal) == true ? resource["certificatePolicy.keyProperties.keySize"].MustBeAtLeast(2048) : [];
}
