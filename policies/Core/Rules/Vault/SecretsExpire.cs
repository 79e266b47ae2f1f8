using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Vault;

internal sealed class SecretsExpire() : ResourcePolicy(new PolicyInfo
{
    Id = "vault-secrets-expire",
    Title = "Secrets have an end",
    Why = "A secret without an end is never replaced.",
    Severity = Severity.Medium,
    Types = ["azure:keyvault/secret:Secret"],
    Threats = [Threat.Disclosure, Threat.FullStack],
    Controls = [Framework.Mcsb("DP-8"), Framework.CisAzure("8.3")],
    Remediation = "Set expirationDate.",
    Good = ["""{ "expirationDate": "2027-01-01T00:00:00Z" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_41", "AVD-AZU-0017", "kics:dfa20ffa-f476-428f-a490-424b41e91c7f", "kics:cff9c3f7-e8f0-455f-9fb4-5f72326da96e"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["expirationDate"].MustExist();
}
