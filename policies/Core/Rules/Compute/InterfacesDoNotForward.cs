using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Compute;

internal sealed class InterfacesDoNotForward() : ResourcePolicy(new PolicyInfo
{
    Id = "compute-interfaces-do-not-forward",
    Title = "Network interfaces do not forward",
    Why = "A machine that forwards carries traffic around the firewall.",
    Severity = Severity.Medium,
    Types = ["azure:network/networkInterface:NetworkInterface"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Remove ipForwardingEnabled.",
    Good = ["""{ "ipForwardingEnabled": false }""", """{ }"""],
    Bad = ["""{ "ipForwardingEnabled": true }""", """{ "enableIpForwarding": true }"""],
    Equivalents = ["CKV_AZURE_118", "AZU-0075", "kics:4216ebac-d74c-4423-b437-35025cb88af5"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        new[] { resource["ipForwardingEnabled"], resource["enableIpForwarding"] }.SelectMany(flag => flag.MustNotBe(true));
}
