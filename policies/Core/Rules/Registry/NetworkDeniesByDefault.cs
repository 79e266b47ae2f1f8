using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Registry;

internal sealed class NetworkDeniesByDefault() : ResourcePolicy(new PolicyInfo
{
    Id = "registry-network-denies-by-default",
    Title = "The registry's network rules deny by default",
    Why = "Whoever has a leaked token pulls the images from anywhere.",
    Severity = Severity.High,
    Types = ["azure:containerservice/registry:Registry"],
    Threats = [Threat.SupplyChain, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-2")],
    Remediation = "Set publicNetworkAccessEnabled to false, or networkRuleSet.defaultAction to Deny.",
    Good = ["""{ "publicNetworkAccessEnabled": false }""", """{ "networkRuleSet": { "defaultAction": "Deny" } }"""],
    Bad = ["""{ }""", """{ "networkRuleSet": { "defaultAction": "Allow" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["publicNetworkAccessEnabled"].AsBoolean == false || resource["publicNetworkAccessEnabled"].IsUnknown ? [] : resource["networkRuleSet.defaultAction"].MustBe("Deny");
}
