using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class FirewallsPrevent() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-firewalls-prevent",
    Title = "Web application firewalls prevent",
    Why = "One that detects lets everything through.",
    Severity = Severity.High,
    Types = ["azure:waf/policy:Policy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-6")],
    Remediation = "Set policySettings.mode to Prevention.",
    Good = ["""{ "policySettings": { "mode": "Prevention" } }""", """{ }"""],
    Bad = ["""{ "policySettings": { "mode": "Detection" } }"""],
    Equivalents = ["CKV_AZURE_122"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["policySettings.mode"].MustBe("Prevention", whenAbsent: true);
}
