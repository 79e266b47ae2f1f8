using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Database;

internal sealed class CosmosHasItsOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "database-cosmos-has-its-own-key",
    Title = "Cosmos accounts are encrypted with a key of yours",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:cosmosdb/account:Account"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set keyVaultKeyId.",
    Good = ["""{ "keyVaultKeyId": "https://v/keys/k" }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_100"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["managedHsmKeyId"].IsAbsent ? resource["keyVaultKeyId"].MustExist() : [];
}
