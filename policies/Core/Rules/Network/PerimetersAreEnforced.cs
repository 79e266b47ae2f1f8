using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class PerimetersAreEnforced() : ResourcePolicy(new PolicyInfo
{
    Id = "network-perimeters-are-enforced",
    Title = "Network security perimeters are enforced",
    Why = "Learning only watches.",
    Severity = Severity.Low,
    Types = ["azure:network/networkSecurityPerimeterAssociation:NetworkSecurityPerimeterAssociation"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set accessMode to Enforced.",
    Good = ["""{ "accessMode": "Enforced" }"""],
    Bad = ["""{ "accessMode": "Learning" }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["accessMode"].MustBeOneOf(["Enforced"]);
}
