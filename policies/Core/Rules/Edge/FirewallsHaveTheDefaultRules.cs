using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsHaveTheDefaultRules() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-have-the-default-rules",
    Title = "Web application firewalls have the default rules",
    Why = "A firewall without rules knows no attack.",
    Severity = Severity.High,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-6")],
    Remediation = "Add the rule set Microsoft_DefaultRuleSet.",
    Good = ["""{ "managedRules": { "managedRuleSets": [{ "type": "Microsoft_DefaultRuleSet" }] } }"""],
    Bad = ["""{ "managedRules": { "managedRuleSets": [{ "type": "OWASP" }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["managedRules.managedRuleSets"].Items.Any(set => set["type"].IsUnknown || set["type"].AsText == "Microsoft_DefaultRuleSet") || resource["managedRules"].IsUnknown || resource["managedRules.managedRuleSets"].IsUnknown ? [] : [resource["managedRules.managedRuleSets"].Violation("contain Microsoft_DefaultRuleSet")];
}
