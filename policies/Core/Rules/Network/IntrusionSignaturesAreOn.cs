using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class IntrusionSignaturesAreOn() : ResourcePolicy(new PolicyInfo
{
    Id = "network-intrusion-signatures-are-on",
    Title = "No signature of intrusions is turned off",
    Why = "Attacks on it go unnoticed.",
    Severity = Severity.Low,
    Types = ["azure:network/firewallPolicy:FirewallPolicy"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("LT-1")],
    Remediation = "Remove the override.",
    Good = ["""{ "intrusionDetection": { "signatureOverrides": [ { "id": "1", "state": "Deny" } ] } }""", """{ }"""],
    Bad = ["""{ "intrusionDetection": { "signatureOverrides": [ { "id": "1", "state": "Off" } ] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["intrusionDetection.signatureOverrides"].EachMust(item => item["state"].MustNotBe("Off"));
}
