using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Data;

internal sealed class ManagedCachesAreReplicated() : ResourcePolicy(new PolicyInfo
{
    Id = "data-managed-caches-are-replicated",
    Title = "Managed caches are replicated",
    Why = "A limiter that is away lets everything through or nothing.",
    Severity = Severity.Low,
    Types = ["azure:managedredis/managedRedis:ManagedRedis"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove highAvailabilityEnabled, or set it to true.",
    Corrections = [new("highAvailabilityEnabled", "true")],
    Good = ["""{ "highAvailabilityEnabled": true }""", """{ }"""],
    Bad = ["""{ "highAvailabilityEnabled": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["highAvailabilityEnabled"].MustNotBe(false);
}
