using LlmOpsSecure.Policies.Floors;
using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class LimitsFromMetadataNeedAVersion() : StackPolicy(new PolicyInfo
{
    Id = "gateway-limits-from-metadata-need-a-version",
    Title = "Limits per tenant are ones that the gateway knows",
    Why = "Envoy Gateway before 1.9 drops limit.fromMetadata in silence: every tenant then has the fixed limit.",
    Severity = Severity.High,
    Types = [GatewayRoutes.TrafficPolicy, GatewayRoutes.Release],
    Threats = [Threat.ResourceExhaustion],
    Controls = [Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "Run Envoy Gateway 1.9 or newer, or write a rule for each tenant.",
    Good = ["""[{ "type": "kubernetes:helm.sh/v3:Release", "name": "e", "properties": { "chart": "gateway-helm", "version": "v1.9.1" } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "rateLimit": { "type": "Global", "global": { "rules": [{ "limit": { "requests": 1, "unit": "Hour", "fromMetadata": { } } }] } } } } }]""", """[{ "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "rateLimit": { "type": "Global", "global": { "rules": [{ "clientSelectors": [{ "headers": [{ "name": "x-tenant-id", "type": "Distinct" }] }], "limit": { "requests": 60, "unit": "Minute" } }] } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:helm.sh/v3:Release", "name": "e", "properties": { "chart": "oci://docker.io/envoyproxy/gateway-helm", "version": "1.8.3" } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:BackendTrafficPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "rateLimit": { "type": "Global", "global": { "rules": [{ "limit": { "requests": 1, "unit": "Hour", "fromMetadata": { } } }] } } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var old = stack.OfType(GatewayRoutes.Release).Any(release => release["chart"].AsText?.Contains("gateway-helm", StringComparison.Ordinal) == true && release["chart"].AsText?.Contains("ai-gateway", StringComparison.Ordinal) == false
            && VersionText.Parse(release["version"].AsText) is { } version && version < new Version(1, 9));
        return old ? stack.OfType(GatewayRoutes.TrafficPolicy).SelectMany(GatewayRoutes.Limits).Where(rule => !rule["limit.fromMetadata"].IsAbsent).Select(rule => rule["limit.fromMetadata"].Violation("not be used with Envoy Gateway before 1.9, which ignores it")) : [];
    }
}
