using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class BodiesAreBounded() : StackPolicy(new PolicyInfo
{
    Id = "gateway-bodies-are-bounded",
    Title = "Bodies have a largest size",
    Why = "A body of hundreds of megabytes is read, tokenized and refused only by the model.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.AiRoute, GatewayRoutes.TrafficPolicy],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.T0029")],
    Remediation = "Set requestBuffer.limit in the BackendTrafficPolicy.",
    Good = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "requestBuffer": { "limit": "256Ki" } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }]""", """[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "retry": { "numRetries": 0 } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachRouteMustHave(GatewayRoutes.TrafficPolicy, "bound the size of bodies (requestBuffer.limit)", (_, policy) => !policy["spec.requestBuffer.limit"].IsAbsent);
}
