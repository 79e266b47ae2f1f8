using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class KeysLiveInHardware() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-keys-live-in-hardware",
    Title = "Keys live in hardware",
    Why = "A key in software can be copied by who runs the service.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/key:Key"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Set keyType to RSA-HSM.",
    Good = ["""{ "keyType": "RSA-HSM" }"""],
    Bad = ["""{ "keyType": "RSA" }""", """{ }"""],
    Equivalents = ["CKV_AZURE_112"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["keyType"].MustBeOneOf(["RSA-HSM", "EC-HSM"]);
}
