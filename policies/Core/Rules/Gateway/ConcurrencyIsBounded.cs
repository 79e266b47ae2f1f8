using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ConcurrencyIsBounded() : StackPolicy(new PolicyInfo
{
    Id = "gateway-concurrency-is-bounded",
    Title = "Requests at once are bounded",
    Why = "All requests that arrive before the first is counted pass the budget.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.AiRoute, GatewayRoutes.TrafficPolicy],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0029")],
    Remediation = "Set circuitBreaker.maxParallelRequests to what the servers can work on.",
    Good = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "circuitBreaker": { "maxParallelRequests": 64 } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }]""", """[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "circuitBreaker": { } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachRouteMustHave(GatewayRoutes.TrafficPolicy, "bound the requests at once (circuitBreaker.maxParallelRequests)", (_, policy) => !policy["spec.circuitBreaker.maxParallelRequests"].IsAbsent);
}
