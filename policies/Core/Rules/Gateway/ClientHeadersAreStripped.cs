using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ClientHeadersAreStripped() : StackPolicy(new PolicyInfo
{
    Id = "gateway-client-headers-are-stripped",
    Title = "Headers that say who calls come from the token",
    Why = "A client that sends the header itself is whoever it says it is.",
    Severity = Severity.High,
    Types = [GatewayRoutes.SecurityPolicy, GatewayRoutes.ClientPolicy],
    Threats = [Threat.ResourceExhaustion, Threat.ModelStealing],
    Controls = [Framework.Atlas("AML.T0012"), Framework.OwaspLlm("LLM06:2026"), Framework.OwaspLlm("LLM10:2025")],
    Remediation = "List the header in headers.earlyRequestHeaders.remove of a ClientTrafficPolicy of the gateway.",
    Good = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "jwt": { "providers": [{ "name": "i", "claimToHeaders": [{ "claim": "azp", "header": "X-Tenant-Id" }] }] } } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:ClientTrafficPolicy", "name": "c", "properties": { "metadata": { "name": "c", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "headers": { "earlyRequestHeaders": { "remove": ["x-tenant-id"] } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "properties": { "metadata": { "name": "g", "namespace": "n" }, "spec": { "listeners": [] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:SecurityPolicy", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "jwt": { "providers": [{ "name": "i", "claimToHeaders": [{ "claim": "azp", "header": "x-tenant-id" }] }] } } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:ClientTrafficPolicy", "name": "c", "properties": { "metadata": { "name": "c", "namespace": "n" }, "spec": { "targetRefs": [{ "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "g" }], "headers": { } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var clients = stack.OfType(GatewayRoutes.ClientPolicy).ToLookup(client => client["metadata.namespace"].AsText, StringComparer.Ordinal);
        foreach (var policy in stack.OfType(GatewayRoutes.SecurityPolicy))
        {
            foreach (var claim in policy["spec.jwt.providers"].Items.SelectMany(provider => provider["claimToHeaders"].Items))
            {
                var removed = clients[policy["metadata.namespace"].AsText].SelectMany(client => client["spec.headers.earlyRequestHeaders.remove"].Items);
                if (claim["header"].AsText is { } header && !removed.Any(one => one.IsUnknown || string.Equals(one.AsText, header, StringComparison.OrdinalIgnoreCase)))
                {
                    yield return claim["header"].Violation("be removed from what clients send (earlyRequestHeaders.remove of a ClientTrafficPolicy)");
                }
            }
        }
    }
}
