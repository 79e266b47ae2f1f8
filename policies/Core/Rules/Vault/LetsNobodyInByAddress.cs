using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class LetsNobodyInByAddress() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-lets-nobody-in-by-address",
    Title = "Vaults let nobody in by address",
    Why = "Addresses change hands, and whoever has one may try.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove networkAcls.ipRules.",
    Good = ["""{ }"""],
    Bad = ["""{ "networkAcls": { "ipRules": [ "203.0.113.7" ] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["networkAcls.ipRules"].MustBeAbsent();
}
