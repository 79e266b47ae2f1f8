using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysCallWithTls() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-call-with-tls",
    Title = "Application gateways call their servers with TLS",
    Why = "What is decrypted at the edge stays so on its way inside.",
    Severity = Severity.High,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set protocol of backendHttpSettings to Https.",
    Good = ["""{ "backendHttpSettings": [{ "protocol": "Https" }] }"""],
    Bad = ["""{ "backendHttpSettings": [{ "protocol": "Http" }] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["backendHttpSettings"].Items.SelectMany(setting => setting["protocol"].MustBe("Https"));
}
