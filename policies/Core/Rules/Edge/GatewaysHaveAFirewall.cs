using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysHaveAFirewall() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-have-a-firewall",
    Title = "Application gateways have a web application firewall",
    Why = "Known attacks reach the gateway behind it.",
    Severity = Severity.High,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.FullStack, Threat.ResourceExhaustion],
    Controls = [Framework.Mcsb("NS-6")],
    Remediation = "Set firewallPolicyId, with sku WAF_v2.",
    Good = ["""{ "firewallPolicyId": "/w" }""", """{ "wafConfiguration": { "enabled": true } }"""],
    Bad = ["""{ }"""],
    Equivalents = ["CKV_AZURE_120", "kics:2e48d91c-50e4-45c8-9312-27b625868a72"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["wafConfiguration.enabled"].UnlessIs("true", () => resource["firewallPolicyId"].MustExist());
}
