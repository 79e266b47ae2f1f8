using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class AddressesAreProtectedAgainstFloods() : ResourcePolicy(new PolicyInfo
{
    Id = "network-addresses-are-protected-against-floods",
    Title = "Public addresses do not opt out of protection against floods",
    Why = "One failing zone, machine or region stops it.",
    Severity = Severity.Medium,
    Types = ["azure:network/publicIp:PublicIp"],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("BR-1")],
    Remediation = "Set ddosProtectionMode to another value than Disabled.",
    Good = ["""{ "ddosProtectionMode": "Enabled" }""", """{ }"""],
    Bad = ["""{ "ddosProtectionMode": "Disabled" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["ddosProtectionMode"].MustNotBe("Disabled");
}
