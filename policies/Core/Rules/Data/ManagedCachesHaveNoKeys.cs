using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class ManagedCachesHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "data-managed-caches-have-no-keys",
    Title = "Managed caches have no keys",
    Why = "A key has no person behind it, and does not end.",
    Severity = Severity.High,
    Types = ["azure:managedredis/managedRedis:ManagedRedis"],
    Threats = [Threat.Disclosure, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set accessKeysAuthenticationEnabled to false.",
    Good = ["""{ "defaultDatabase": { } }"""],
    Bad = ["""{ "defaultDatabase": { "accessKeysAuthenticationEnabled": true } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["defaultDatabase.accessKeysAuthenticationEnabled"].MustNotBe(true);
}
