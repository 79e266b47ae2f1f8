using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsAreOn() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-are-on",
    Title = "Web application firewalls are on",
    Why = "One that is off is only a resource.",
    Severity = Severity.High,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-6")],
    Remediation = "Leave policySettings.enabled at true.",
    Good = ["""{ "policySettings": { "enabled": true } }"""],
    Bad = ["""{ "policySettings": { "enabled": false } }"""],
    Equivalents = ["CKV_AZURE_122"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["policySettings.enabled"].MustNotBe(false);
}
