using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class RoutesHaveTimeouts() : ResourcePolicy(new PolicyInfo
{
    Id = "gateway-routes-have-timeouts",
    Title = "Routes of models have timeouts",
    Why = "A stream that stops without ending holds a place at the server for ever.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.AiRoute],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0029")],
    Remediation = "Set timeouts.request and streamIdleTimeout of each rule.",
    Good = ["""{ "spec": { "rules": [{ "timeouts": { "request": "120s" } }] } }""", """{ "spec": { "rules": [] } }"""],
    Bad = ["""{ "spec": { "rules": [{ }] } }""", """{ "spec": { "rules": [{ "timeouts": { "request": "120s" } }, { "timeouts": { "request": "0s" } }] } }"""],
})
{
    public override IEnumerable<Finding> Check(Resource resource) =>
        resource["spec.rules"].Items.SelectMany(rule => rule["timeouts.request"].Must("be a time above 0", time => time.AsText is { Length: > 0 } text && text.TrimStart('0') is not ("s" or "ms" or "m" or "h" or "")));
}
