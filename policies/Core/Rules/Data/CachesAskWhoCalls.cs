using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class CachesAskWhoCalls() : ResourcePolicy(new PolicyInfo
{
    Id = "data-caches-ask-who-calls",
    Title = "Caches ask who calls",
    Why = "Whoever reaches the port reads and writes.",
    Severity = Severity.Critical,
    Types = ["azure:redis/cache:Cache"],
    Threats = [Threat.Disclosure, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("IM-1")],
    Remediation = "Leave authenticationEnabled at true.",
    Good = ["""{ }"""],
    Bad = ["""{ "redisConfiguration": { "authenticationEnabled": false } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["redisConfiguration.authenticationEnabled"].MustNotBe(false);
}
