using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class TenantsHaveATokenBudget() : StackPolicy(new PolicyInfo
{
    Id = "gateway-tenants-have-a-token-budget",
    Title = "Each caller has a budget of tokens",
    Why = "One request can be as much work as a thousand: requests alone bound neither cost nor copying.",
    Severity = Severity.High,
    Types = [GatewayRoutes.AiRoute, GatewayRoutes.TrafficPolicy],
    Threats = [Threat.ResourceExhaustion, Threat.ModelStealing],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025"), Framework.Atlas("AML.M0004"), Framework.Atlas("AML.T0034")],
    Remediation = "Add a global rate limit rule whose response cost comes from the metadata key that llmRequestCosts writes.",
    Good = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "rateLimit": { "type": "Global", "global": { "rules": [{ "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Distinct" }] }], "limit": { "requests": 60, "unit": "Minute" } }, { "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Distinct" }] }], "limit": { "requests": 100000, "unit": "Hour" }, "cost": { "request": { "from": "Number", "number": 0 }, "response": { "from": "Metadata", "metadata": { "namespace": "io.envoy.ai_gateway", "key": "t" } } } }] } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }]""", """[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "llmRequestCosts": [{ "metadataKey": "t", "type": "TotalToken" }], "rules": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "rateLimit": { "type": "Global", "global": { "rules": [{ "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Distinct" }] }], "limit": { "requests": 60, "unit": "Minute" } }] } } } } }]""", """[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "parentRefs": [{ "name": "g" }], "rules": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "rateLimit": { "type": "Global", "global": { "rules": [{ "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Distinct" }] }], "limit": { "requests": 100000, "unit": "Hour" }, "cost": { "request": { "from": "Number", "number": 0 }, "response": { "from": "Metadata", "metadata": { "namespace": "io.envoy.ai_gateway", "key": "t" } } } }] } } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack) =>
        stack.EachRouteMustHave(GatewayRoutes.TrafficPolicy, "limit the tokens of each caller by a cost that the route counts", (route, policy) => GatewayRoutes.Limits(policy).Any(rule => GatewayRoutes.IsPerCaller(rule) && GatewayRoutes.CountsTokens(rule) && Counted(stack, route).Contains(rule["cost.response.metadata.key"].AsText)));

    private static IEnumerable<string?> Counted(Stack stack, Resource route) =>
        route["spec.llmRequestCosts"].Items.Concat(stack.OfType(GatewayRoutes.GatewayConfig).SelectMany(config => config["spec.globalLLMRequestCosts"].Items)).Select(cost => cost["metadataKey"].AsText);
}
