using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysListenWithTls() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-listen-with-tls",
    Title = "Application gateways listen with TLS",
    Why = "Prompts, answers and tokens travel in clear otherwise.",
    Severity = Severity.Critical,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set protocol to Https; let Http only redirect.",
    Good = ["""{ "httpListeners": [{ "name": "a", "protocol": "Https" }] }""", """{ "httpListeners": [{ "name": "a", "protocol": "Http" }], "requestRoutingRules": [{ "httpListenerName": "a", "redirectConfigurationName": "r" }] }"""],
    Bad = ["""{ "httpListeners": [{ "name": "a", "protocol": "Http" }] }"""],
    Equivalents = ["CKV_AZURE_217"],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["httpListeners"].Items.Where(listener => !resource["requestRoutingRules"].Items.Any(rule => rule["httpListenerName"].AsText is { } name && name == listener["name"].AsText && !rule["redirectConfigurationName"].IsAbsent)).SelectMany(listener => listener["protocol"].MustBe("Https"));
}
