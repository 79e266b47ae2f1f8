using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class BastionCarriesNoTunnels() : ResourcePolicy(new PolicyInfo
{
    Id = "network-bastion-carries-no-tunnels",
    Title = "Bastions carry no tunnels",
    Why = "A tunnel carries anything.",
    Severity = Severity.Low,
    Types = ["azure:compute/bastionHost:BastionHost"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove tunnelingEnabled, or set it to false.",
    Corrections = [new("tunnelingEnabled", "false")],
    Good = ["""{ "tunnelingEnabled": false }""", """{ }"""],
    Bad = ["""{ "tunnelingEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["tunnelingEnabled"].MustNotBe(true);
}
