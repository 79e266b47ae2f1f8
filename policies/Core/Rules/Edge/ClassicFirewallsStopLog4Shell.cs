using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ClassicFirewallsStopLog4Shell() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-classic-firewalls-stop-log4-shell",
    Title = "Firewalls of Front Door stop Log4Shell",
    Why = "One line in a request runs code in Java servers.",
    Severity = Severity.Medium,
    Types = ["azure:frontdoor/firewallPolicy:FirewallPolicy", "azure:cdn/frontdoorFirewallPolicy:FrontdoorFirewallPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Have the default rule set and leave rule 944240 on.",
    Good = ["""{ "managedRules": [ { "type": "Microsoft_DefaultRuleSet", "version": "1.1" } ] }""", """{ "managedRules": [ { "overrides": [ { "ruleGroupName": "JAVA", "rules": [ { "ruleId": "944240", "enabled": true, "action": "Block" } ] } ] } ] }"""],
    Bad = ["""{ }""", """{ "managedRules": [ { "overrides": [ { "ruleGroupName": "JAVA", "rules": [ { "ruleId": "944240", "enabled": false } ] } ] } ] }""", """{ "managedRules": [ { "overrides": [ { "ruleGroupName": "JAVA", "rules": [ { "ruleId": "944240", "enabled": true, "action": "Allow" } ] } ] } ] }"""],
    Equivalents = ["CKV_AZURE_133"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["managedRules"].IsAbsent ? [resource["managedRules"].Violation("have the rule 944240")] : resource["managedRules"].EachMust(set => set["overrides"].Items.SelectMany(group => group["rules"].Items).Where(rule => (rule["ruleId"].AsText ?? rule["ruleId"].AsNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture)) == "944240").SelectMany(rule => rule["enabled"].MustBe(true).Concat(rule["action"].MustNotBe("Allow", "Log")).Take(1)));
}
