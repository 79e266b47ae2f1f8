using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Storage;

internal sealed class LifecycleRulesAreOn() : ResourcePolicy(new PolicyInfo
{
    Id = "storage-lifecycle-rules-are-on",
    Title = "Lifecycle rules are on",
    Why = "Prompts and answers are kept longer than was promised.",
    Severity = Severity.Low,
    Types = ["azure:storage/managementPolicy:ManagementPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-2")],
    Remediation = "Set enabled to true, or remove the rule.",
    Good = ["""{ "rules": [ { "name": "a", "enabled": true } ] }"""],
    Bad = ["""{ "rules": [ { "name": "a", "enabled": false } ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["rules"].EachMust(item => item["enabled"].MustNotBe(false));
}
