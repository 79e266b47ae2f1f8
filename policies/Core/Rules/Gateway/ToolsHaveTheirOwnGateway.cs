using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ToolsHaveTheirOwnGateway() : StackPolicy(new PolicyInfo
{
    Id = "gateway-tools-have-their-own-gateway",
    Title = "Tools have a gateway of their own",
    Why = "The policies that a route of tools brings replace the gateway's: no limits, no size, no authorization of yours remain on it.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.ToolRoute, GatewayRoutes.AiRoute],
    Threats = [Threat.ToolExploitation, Threat.DecisionExploitation, Threat.ResourceExhaustion],
    Controls = [Framework.OwaspAgentic("ASI02"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Attach MCPRoutes to another Gateway than AIGatewayRoutes, with client certificates or without a public address.",
    Good = ["""[{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "m", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "tools" }] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "models" }] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "m", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }] } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var models = stack.OfType(GatewayRoutes.AiRoute).SelectMany(GatewayRoutes.Gateways).ToHashSet();
        return stack.OfType(GatewayRoutes.ToolRoute).Where(route => GatewayRoutes.Gateways(route).Any(models.Contains)).Select(route => route["spec.parentRefs"].Violation("name another gateway than the models'"));
    }
}
