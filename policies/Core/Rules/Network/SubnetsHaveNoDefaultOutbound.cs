using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class SubnetsHaveNoDefaultOutbound() : ResourcePolicy(new PolicyInfo
{
    Id = "network-subnets-have-no-default-outbound",
    Title = "Subnets have no default way out",
    Why = "What has no route leaves by an address of Azure, past the firewall.",
    Severity = Severity.High,
    Types = ["azure:network/subnet:Subnet", "azure:network/virtualNetwork:VirtualNetwork"],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Set defaultOutboundAccessEnabled to false.",
    Good = ["""{ "defaultOutboundAccessEnabled": false }"""],
    Bad = ["""{ "defaultOutboundAccessEnabled": true }""", """{ }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        (resource.Type.EndsWith(":VirtualNetwork", StringComparison.Ordinal) ? resource["subnets"].Items : [resource.Root]).SelectMany(subnet => subnet["defaultOutboundAccessEnabled"].MustBe(false));
}
