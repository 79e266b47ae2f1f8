using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class ManagedCachesHaveTheirOwnKey() : ResourcePolicy(new PolicyInfo
{
    Id = "data-managed-caches-have-their-own-key",
    Title = "Managed caches have a key of their own",
    Why = "A key of yours can be withdrawn and rotated; that of the platform cannot.",
    Severity = Severity.Low,
    Types = ["azure:managedredis/managedRedis:ManagedRedis"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-5")],
    Remediation = "Set customerManagedKey.keyVaultKeyId.",
    Good = ["""{ "customerManagedKey": { "keyVaultKeyId": "https://v.vault.azure.net/keys/k" } }"""],
    Bad = ["""{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["customerManagedKey.keyVaultKeyId"].MustExist();
}
