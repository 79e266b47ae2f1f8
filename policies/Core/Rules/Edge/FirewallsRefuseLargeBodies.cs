using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsRefuseLargeBodies() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-refuse-large-bodies",
    Title = "Web application firewalls refuse bodies that are too large",
    Why = "What is beyond the limit is let through unread.",
    Severity = Severity.Medium,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Remove policySettings.requestBodyEnforcement, or set it to true.",
    Corrections = [new("requestBodyEnforcement", "true")],
    Good = ["""{ "policySettings": { "requestBodyEnforcement": true } }""", """{ }"""],
    Bad = ["""{ "policySettings": { "requestBodyEnforcement": false } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["policySettings.requestBodyEnforcement"].MustNotBe(false);
}
