using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class SecretsAreNotForMachines() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-secrets-are-not-for-machines",
    Title = "Virtual machines and templates take no secrets from the vault",
    Why = "They take them without a role.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/keyVault:KeyVault"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("PA-7")],
    Remediation = "Leave enabledForDeployment and enabledForTemplateDeployment out.",
    Good = ["""{ }"""],
    Bad = ["""{ "enabledForDeployment": true }""", """{ "enabledForTemplateDeployment": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { "enabledForDeployment", "enabledForTemplateDeployment" }.SelectMany(name => resource[name].MustNotBe(true));
}
