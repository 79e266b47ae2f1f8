using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsLimitRates() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-limit-rates",
    Title = "Web application firewalls limit rates",
    Why = "One address sends as much as it can otherwise.",
    Severity = Severity.Medium,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Mcsb("NS-5")],
    Remediation = "Add a custom rule of the type RateLimitRule.",
    Good = ["""{ "customRules": [{ "ruleType": "RateLimitRule" }] }"""],
    Bad = ["""{ "customRules": [] }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["customRules"].Items.Any(rule => rule["ruleType"].IsUnknown || rule["ruleType"].AsText == "RateLimitRule") || resource["customRules"].IsUnknown ? [] : [resource["customRules"].Violation("contain a RateLimitRule")];
}
