using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsMakeNoExceptions() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-make-no-exceptions",
    Title = "Web application firewalls make no exceptions",
    Why = "Each exception is a way through.",
    Severity = Severity.Medium,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Remove managedRules.exclusions.",
    Good = ["""{ }"""],
    Bad = ["""{ "managedRules": { "exclusions": [ { "matchVariable": "RequestHeaderNames" } ] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["managedRules.exclusions"].MustBeAbsent();
}
