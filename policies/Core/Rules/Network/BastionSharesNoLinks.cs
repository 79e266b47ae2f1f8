using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class BastionSharesNoLinks() : ResourcePolicy(new PolicyInfo
{
    Id = "network-bastion-shares-no-links",
    Title = "The bastion shares no links",
    Why = "A link signs in whoever has it.",
    Severity = Severity.High,
    Types = ["azure:compute/bastionHost:BastionHost"],
    Threats = [Threat.FullStack],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set shareableLinkEnabled to false.",
    Good = ["""{ }"""],
    Bad = ["""{ "shareableLinkEnabled": true }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["shareableLinkEnabled"].MustNotBe(true);
}
