using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysSpeakHttp2() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-speak-http2",
    Title = "Application gateways speak HTTP/2",
    Why = "HTTP/1.1 parsers disagree on where a request ends.",
    Severity = Severity.Low,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Set http2Enabled to true.",
    Good = ["""{ "http2Enabled": true }""", """{ "enableHttp2": true }"""],
    Bad = ["""{ }""", """{ "http2Enabled": false }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["enableHttp2"].IsAbsent ? resource["http2Enabled"].MustBe(true) : resource["enableHttp2"].MustBe(true);
}
