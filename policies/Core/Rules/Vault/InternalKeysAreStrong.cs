using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class InternalKeysAreStrong() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-internal-keys-are-strong",
    Title = "Keys made in the program are strong",
    Why = "The defaults are RSA with 2048 bits and P-224.",
    Severity = Severity.Medium,
    Types = ["tls:index/privateKey:PrivateKey"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Nist("SC-12"), Framework.Mcsb("DP-6")],
    Remediation = "Use ECDSA with P256 or larger, ED25519, or RSA with 3072 bits or more.",
    Good = ["""{ "algorithm": "ECDSA", "ecdsaCurve": "P384" }""", """{ "algorithm": "RSA", "rsaBits": 4096 }""", """{ "algorithm": "ED25519" }"""],
    Bad = ["""{ "algorithm": "ECDSA" }""", """{ "algorithm": "RSA" }""", """{ "algorithm": "RSA", "rsaBits": 2048 }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["algorithm"].AsText?.ToUpperInvariant() switch { "RSA" => resource["rsaBits"].MustBeAtLeast(3072), "ECDSA" => resource["ecdsaCurve"].MustBeOneOf(["P256", "P384", "P521"]), _ => [] };
}
