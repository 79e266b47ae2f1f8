using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Audit;

internal sealed class DetectionRulesAreOn() : ResourcePolicy(new PolicyInfo
{
    Id = "audit-detection-rules-are-on",
    Title = "Rules of detection are on",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Low,
    Types = ["azure:sentinel/alertRuleScheduled:AlertRuleScheduled"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Remove enabled, or set it to true.",
    Corrections = [new("enabled", "true")],
    Good = ["""{ "enabled": true }""", """{ }"""],
    Bad = ["""{ "enabled": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enabled"].MustNotBe(false);
}
