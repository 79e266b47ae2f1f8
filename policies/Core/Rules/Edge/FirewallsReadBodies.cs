using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsReadBodies() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-read-bodies",
    Title = "Web application firewalls read bodies",
    Why = "A prompt is a body: what is not read is not judged.",
    Severity = Severity.Medium,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.ResourceExhaustion, Threat.FullStack],
    Controls = [Framework.Mcsb("NS-6")],
    Remediation = "Leave requestBodyCheck at true.",
    Good = ["""{ "policySettings": { } }"""],
    Bad = ["""{ "policySettings": { "requestBodyCheck": false } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["policySettings.requestBodyCheck"].MustNotBe(false);
}
