using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class AddressesAreStandard() : ResourcePolicy(new PolicyInfo
{
    Id = "network-addresses-are-standard",
    Title = "Public addresses are of the standard kind",
    Why = "Basic ones are open by default, and retired.",
    Severity = Severity.Medium,
    Types = ["azure:network/publicIp:PublicIp"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set sku to Standard.",
    Good = ["""{ "sku": "Standard" }""", """{ }"""],
    Bad = ["""{ "sku": "Basic" }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku"].MustBeOneOf(["Standard", "StandardV2"], whenAbsent: true);
}
