using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class QuotasNameAModel() : StackPolicy(new PolicyInfo
{
    Id = "gateway-quotas-name-a-model",
    Title = "Quotas are about models that exist",
    Why = "A quota whose modelName is nobody's modelNameOverride is not applied, and serviceQuota never is; neither is reported.",
    Severity = Severity.Medium,
    Types = [GatewayRoutes.QuotaPolicy, GatewayRoutes.AiRoute],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Name the modelNameOverride of a route, and use perModelQuotas.",
    Good = ["""[{ "type": "kubernetes:aigateway.envoyproxy.io/v1alpha1:QuotaPolicy", "name": "q", "properties": { "metadata": { "name": "q", "namespace": "n" }, "spec": { "perModelQuotas": [{ "modelName": "m" }] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "rules": [{ "backendRefs": [{ "name": "b", "modelNameOverride": "m" }] }] } } }]"""],
    Bad = ["""[{ "type": "kubernetes:aigateway.envoyproxy.io/v1alpha1:QuotaPolicy", "name": "q", "properties": { "metadata": { "name": "q", "namespace": "n" }, "spec": { "perModelQuotas": [{ "modelName": "m" }] } } }, { "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIGatewayRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "rules": [{ "backendRefs": [{ "name": "b" }] }] } } }]""", """[{ "type": "kubernetes:aigateway.envoyproxy.io/v1alpha1:QuotaPolicy", "name": "q", "properties": { "metadata": { "name": "q", "namespace": "n" }, "spec": { "serviceQuota": { "quota": 1 } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var names = stack.OfType(GatewayRoutes.AiRoute).SelectMany(route => route["spec.rules"].Items).SelectMany(rule => rule["backendRefs"].Items).Select(backend => backend["modelNameOverride"]).ToList();
        return stack.OfType(GatewayRoutes.QuotaPolicy).SelectMany(policy => policy["spec.serviceQuota"].MustBeAbsent()
            .Concat(policy["spec.perModelQuotas"].Items.SelectMany(quota => quota["modelName"].Must("be the modelNameOverride of a route", name => names.Any(one => one.IsUnknown || one.AsText == name.AsText)))));
    }
}
