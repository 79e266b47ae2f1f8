using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysAreOfTheFirewallTier() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-are-of-the-firewall-tier",
    Title = "Application gateways are of the tier with a firewall",
    Why = "The other tier has none.",
    Severity = Severity.High,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("NS-6")],
    Remediation = "Set sku.tier to WAF_v2.",
    Good = ["""{ "sku": { "tier": "WAF_v2" } }"""],
    Bad = ["""{ "sku": { "tier": "Standard_v2" } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["sku.tier"].MustBe("WAF_v2");
}
