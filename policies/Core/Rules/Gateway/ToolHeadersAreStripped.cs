using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ToolHeadersAreStripped() : StackPolicy(new PolicyInfo
{
    Id = "gateway-tool-headers-are-stripped",
    Title = "Clients cannot choose the tool server behind a route",
    Why = "The routes to tool servers are told apart by a header; should they ever stand on the public listener, a client picks one past every rule.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.ToolRoute, GatewayRoutes.ClientPolicy],
    Threats = [Threat.ToolExploitation],
    Controls = [Framework.OwaspAgentic("ASI02"), Framework.OwaspLlm("LLM03:2026"), Framework.OwaspLlm("LLM06:2025")],
    Remediation = "Remove x-ai-eg-mcp-backend and x-ai-eg-mcp-route in a ClientTrafficPolicy.",
    Good = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "m", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:ClientTrafficPolicy", "name": "c", "properties": { "metadata": { "name": "c", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "headers": { "earlyRequestHeaders": { "remove": ["x-ai-eg-mcp-backend", "x-ai-eg-mcp-route"] } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "m", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }] } } }]""", """[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "m", "properties": { "metadata": { "name": "m", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:ClientTrafficPolicy", "name": "c", "properties": { "metadata": { "name": "c", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "headers": { "earlyRequestHeaders": { "remove": ["x-ai-eg-mcp-route"] } } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.OfType(GatewayRoutes.ToolRoute)
        .Where(route => GatewayTargets.Of(stack).GatewaysOf(route).Any())
        .Where(route => !Headers.All(header => stack.On(route, GatewayRoutes.ClientPolicy).SelectMany(policy => policy["spec.headers.earlyRequestHeaders.remove"].Items).Any(one => one.IsUnknown || string.Equals(one.AsText, header, StringComparison.OrdinalIgnoreCase))))
        .Select(route => route.Violation("the route's gateway must remove x-ai-eg-mcp-backend and x-ai-eg-mcp-route from what clients send, but does not"));

    private static readonly string[] Headers = ["x-ai-eg-mcp-backend", "x-ai-eg-mcp-route"];
}
