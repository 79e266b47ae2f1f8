using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class SecretsSayWhatTheyAre() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-secrets-say-what-they-are",
    Title = "Secrets say what they are",
    Why = "Nobody dares to remove a secret that nobody knows.",
    Severity = Severity.Low,
    Types = ["azure:keyvault/secret:Secret"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8")],
    Remediation = "Set contentType.",
    Good = ["""{ "contentType": "password" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_114", "AVD-AZU-0015", "kics:f8e08a38-fc6e-4915-abbe-a7aadf1d59ef"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["contentType"].MustExist();
}
