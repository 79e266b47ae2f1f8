using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsStopLog4Shell() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-stop-log4-shell",
    Title = "Web application firewalls stop Log4Shell",
    Why = "One line in a request runs code in Java servers.",
    Severity = Severity.Medium,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Use OWASP 3.1 or newer and do not disable rule 944240.",
    Good = ["""{ "managedRules": { "managedRuleSets": [ { "type": "OWASP", "version": "3.2" } ] } }""", """{ "managedRules": { "managedRuleSets": [ { "type": "Microsoft_DefaultRuleSet", "version": "2.1" } ] } }"""],
    Bad = ["""{ "managedRules": { "managedRuleSets": [ { "type": "OWASP", "version": "3.0" } ] } }""", """{ "managedRules": { "managedRuleSets": [ { "version": "3.2", "ruleGroupOverrides": [ { "ruleGroupName": "REQUEST-944-APPLICATION-ATTACK-JAVA", "disabledRules": [ "944240" ] } ] } ] } }"""],
    Equivalents = ["CKV_AZURE_135"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["managedRules.managedRuleSets"] is { IsAbsent: false } sets
            ? sets.EachMust(set => set["type"].MustBe("OWASP", whenAbsent: true).Any() ? [] : [.. set["version"].MustBeAtLeast(3.1), .. Disabled(set).SelectMany(rule => rule.MustNotBe("944240"))])
            : [resource["managedRules.managedRuleSets"].Violation("have the rule 944240")];

    // By its number in a list, which is the older form, or by a rule that is not enabled.
    private static IEnumerable<Field> Disabled(Field set) =>
        set["ruleGroupOverrides"].Items.SelectMany(group => group["disabledRules"].Items.Concat(group["rules"].Items.Where(rule => rule["enabled"].AsBoolean == false).Select(rule => rule["id"])));
}
