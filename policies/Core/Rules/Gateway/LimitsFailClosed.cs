using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class LimitsFailClosed() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-limits-fail-closed",
    Title = "Limits that cannot be counted refuse",
    Why = "When the counter is down, everybody has an unlimited budget otherwise; tying up the counter is then the attack.",
    Severity = Severity.High,
    Types = [GatewayRoutes.Release],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Nist("SC-24")],
    Remediation = "Set rateLimit.failClosed to true.",
    Corrections = [new("failClosed", "true")],
    Good = ["""{ "chart": "gateway-helm", "values": { "config": { "envoyGateway": { "rateLimit": { "failClosed": true, "backend": { } } } } } }""", """{ "chart": "gateway-helm", "values": { } }"""],
    Bad = ["""{ "chart": "gateway-helm", "values": { "config": { "envoyGateway": { "rateLimit": { "backend": { } } } } } }""", """{ "chart": "gateway-helm", "values": { "config": { "envoyGateway": { "rateLimit": { "failClosed": false } } } } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["values.config.envoyGateway.rateLimit"].IsAbsent ? [] : resource["values.config.envoyGateway.rateLimit.failClosed"].MustBe(true);
}
