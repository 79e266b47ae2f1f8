using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class ManagedCachesArePrivate() : ResourcePolicy(new PolicyInfo
{
    Id = "data-managed-caches-are-private",
    Title = "Managed caches have no public network",
    Why = "Budgets and sessions are reached from anywhere otherwise.",
    Severity = Severity.High,
    Types = ["azure:managedredis/managedRedis:ManagedRedis"],
    Threats = [Threat.Disclosure, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccess to Disabled.",
    Good = ["""{ "publicNetworkAccess": "Disabled" }"""],
    Bad = ["""{ }""", """{ "publicNetworkAccess": "Enabled" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccess"].MustBe("Disabled");
}
