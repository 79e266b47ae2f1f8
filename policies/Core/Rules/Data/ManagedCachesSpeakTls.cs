using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class ManagedCachesSpeakTls() : ResourcePolicy(new PolicyInfo
{
    Id = "data-managed-caches-speak-tls",
    Title = "Managed caches speak TLS",
    Why = "What is in the cache travels in clear otherwise.",
    Severity = Severity.High,
    Types = ["azure:managedredis/managedRedis:ManagedRedis"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set clientProtocol to Encrypted.",
    Good = ["""{ "defaultDatabase": { } }"""],
    Bad = ["""{ "defaultDatabase": { "clientProtocol": "Plaintext" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["defaultDatabase.clientProtocol"].MustBe("Encrypted", whenAbsent: true);
}
