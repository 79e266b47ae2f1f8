using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class KeysAreLong() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-keys-are-long",
    Title = "Keys are long enough",
    Why = "Shorter keys will be broken within the life of the data.",
    Severity = Severity.High,
    Types = ["azure:keyvault/key:Key"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Use RSA with 3072 bits or more, or P-384.",
    Good = ["""{ "keyType": "RSA-HSM", "keySize": 3072 }"""],
    Bad = ["""{ "keyType": "RSA", "keySize": 1024 }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["keyType"].AsText?.StartsWith("RSA", StringComparison.OrdinalIgnoreCase) == true ? resource["keySize"].MustBeAtLeast(2048, whenAbsent: true) : resource["curve"].MustNotBe("P-256K");
}
