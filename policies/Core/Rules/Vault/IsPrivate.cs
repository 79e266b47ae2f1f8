using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class IsPrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-is-private",
    Title = "The vault is not open to everybody",
    Why = "A vault on the internet is one credential away.",
    Severity = Severity.High,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Set publicNetworkAccessEnabled to false.",
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ "networkAcls": { "virtualNetworkSubnetIds": ["/subnet"] } }"""],
    Bad = ["""{ "publicNetworkAccessEnabled": true }""", """{ }"""],
    Equivalents = ["CKV_AZURE_189"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        Named.Any(callers => !resource[callers].MustExist().Any()) ? [] : resource["publicNetworkAccessEnabled"].MustBe(false);

    // Who names callers has decided against everybody; other policies judge how.
    private static readonly string[] Named = ["networkAcls.ipRules", "networkAcls.virtualNetworkSubnetIds"];
}
