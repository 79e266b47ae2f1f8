using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class KeysExpire() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-keys-expire",
    Title = "Keys have an end",
    Why = "A key without an end is never replaced.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/key:Key"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8"), Framework.CisAzure("8.1")],
    Remediation = "Set expirationDate.",
    Good = ["""{ "expirationDate": "2027-01-01T00:00:00Z" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_40", "AVD-AZU-0014", "kics:4d080822-5ee2-49a4-8984-68f3d4c890fc"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["expirationDate"].MustExist();
}
