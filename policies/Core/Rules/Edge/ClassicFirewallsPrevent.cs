using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class ClassicFirewallsPrevent() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-classic-firewalls-prevent",
    Title = "Firewalls of classic front doors are on and prevent",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.High,
    Types = ["azure:frontdoor/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set mode to Prevention.",
    Good = ["""{ "mode": "Prevention" }""", """{ }"""],
    Bad = ["""{ "mode": "Detection" }""", """{ "enabled": false }""", """{ "policySettings": { "enabled": false } }"""],
    Equivalents = ["CKV_AZURE_123"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource.Root, resource["policySettings"] }.SelectMany(block => block["enabled"].MustNotBe(false).Concat(block["mode"].MustBeOneOf(["Prevention"], whenAbsent: true))).Take(1); // the block is how the firewall of gateways is written
}
