using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Rules.Edge;

internal sealed class GatewaysCheckBackendCertificates() : ResourcePolicy(new PolicyInfo
{
    Id = "edge-gateways-check-backend-certificates",
    Title = "Application gateways check the certificates of backends",
    Why = "Traffic with old TLS or none can be read and changed on the way.",
    Severity = Severity.Medium,
    Types = ["azure:network/applicationGateway:ApplicationGateway"],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Mcsb("DP-3")],
    Remediation = "Remove the exception.",
    Good = ["""{ "backendHttpSettings": [ { "name": "a" } ] }"""],
    Bad = ["""{ "backendHttpSettings": [ { "name": "a", "certificateChainValidationEnabled": false } ] }""", """{ "backendHttpSettings": [ { "name": "a", "sniValidationEnabled": false } ] }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["backendHttpSettings"].EachMust(item => item["certificateChainValidationEnabled"].MustNotBe(false).Concat(item["sniValidationEnabled"].MustNotBe(false)));
}
