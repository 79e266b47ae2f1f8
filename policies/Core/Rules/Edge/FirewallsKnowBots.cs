using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsKnowBots() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-know-bots",
    Title = "Web application firewalls know bots",
    Why = "Copying a model is done by machines.",
    Severity = Severity.Low,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.ModelStealing, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("NS-6")],
    Remediation = "Add the rule set Microsoft_BotManagerRuleSet.",
    Good = ["""{ "managedRules": { "managedRuleSets": [{ "type": "Microsoft_BotManagerRuleSet" }] } }"""],
    Bad = ["""{ "managedRules": { "managedRuleSets": [{ "type": "Microsoft_DefaultRuleSet" }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["managedRules.managedRuleSets"].Items.Any(set => set["type"].IsUnknown || set["type"].AsText == "Microsoft_BotManagerRuleSet") || resource["managedRules"].IsUnknown || resource["managedRules.managedRuleSets"].IsUnknown ? [] : [resource["managedRules.managedRuleSets"].Violation("contain Microsoft_BotManagerRuleSet")];
}
