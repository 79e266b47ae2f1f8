using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CachesHaveNoKeys() : ResourcePolicy(new PolicyInfo
{
    Id = "data-caches-have-no-keys",
    Title = "Caches have no keys",
    Why = "A key has no person behind it, and does not end.",
    Severity = Severity.Medium,
    Types = ["azure:redis/cache:Cache"],
    Threats = [Threat.Disclosure, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Set accessKeysAuthenticationEnabled to false and activeDirectoryAuthenticationEnabled to true.",
    Good = ["""{ "accessKeysAuthenticationEnabled": false }"""],
    Bad = ["""{ }""", """{ "accessKeysAuthenticationEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["accessKeysAuthenticationEnabled"].MustBe(false);
}
