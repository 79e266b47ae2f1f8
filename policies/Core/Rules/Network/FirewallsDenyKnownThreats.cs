using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class FirewallsDenyKnownThreats() : ResourcePolicy(new PolicyInfo
{
    Id = "network-firewalls-deny-known-threats",
    Title = "Firewalls without a policy refuse known threats",
    Why = "Everybody may otherwise try to get in.",
    Severity = Severity.Medium,
    Types = ["azure:network/firewall:Firewall"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set threatIntelMode to Deny, or give the firewall a policy that does.",
    Good = ["""{ "threatIntelMode": "Deny" }""", """{ "firewallPolicyId": "/p" }"""],
    Bad = ["""{ }""", """{ "threatIntelMode": "Alert" }"""],
    Equivalents = ["CKV_AZURE_216"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["firewallPolicyId"].IsAbsent ? resource["threatIntelMode"].MustBeOneOf(["Deny"]) : [];
}
