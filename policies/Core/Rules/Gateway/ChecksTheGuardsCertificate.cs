using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Gateway;

internal sealed class ChecksTheGuardsCertificate() : StackPolicy(new PolicyInfo
{
    Id = "gateway-checks-the-guards-certificate",
    Title = "The gateway checks who it sends prompts and tool calls to",
    Why = "Prompts and answers go in clear to whatever answers for the name otherwise.",
    Severity = Severity.High,
    Types = [GatewayRoutes.AiBackend, GatewayRoutes.ToolRoute, GatewayRoutes.Backend, GatewayRoutes.BackendTls],
    Threats = [Threat.Disclosure],
    Controls = [Framework.Nist("SC-8"), Framework.OwaspLlm("LLM02:2026"), Framework.OwaspLlm("LLM02:2025")],
    Remediation = "Add a BackendTLSPolicy for the Backend.",
    Good = ["""[{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIServiceBackend", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "backendRef": { "kind": "Backend", "name": "b" } } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:Backend", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "endpoints": [{ "fqdn": { "hostname": "h" } }] } } }, { "type": "kubernetes:gateway.networking.k8s.io/v1:BackendTLSPolicy", "name": "p", "properties": { "metadata": { "name": "p", "namespace": "n" }, "spec": { "targetRefs": [{ "kind": "Backend", "name": "b" }], "validation": { "hostname": "h" } } } }]""", """[{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIServiceBackend", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "backendRef": { "kind": "Backend", "name": "b" } } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:Backend", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "tls": { "caCertificateRefs": [{ "name": "ca" }] } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:MCPRoute", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "backendRefs": [{ "kind": "Backend", "name": "b" }] } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:Backend", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "endpoints": [] } } }]""", """[{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIServiceBackend", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "backendRef": { "kind": "Backend", "name": "b" } } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:Backend", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "endpoints": [] } } }]""", """[{ "type": "kubernetes:aigateway.envoyproxy.io/v1beta1:AIServiceBackend", "name": "a", "properties": { "metadata": { "name": "a", "namespace": "n" }, "spec": { "backendRef": { "kind": "Backend", "name": "b" } } } }, { "type": "kubernetes:gateway.envoyproxy.io/v1alpha1:Backend", "name": "b", "properties": { "metadata": { "name": "b", "namespace": "n" }, "spec": { "tls": { "insecureSkipVerify": true } } } }]"""],
})
{
    public override IEnumerable<Finding> Check(Stack stack)
    {
        var (backends, targets) = (stack.References(GatewayRoutes.Backend, "metadata.name"), GatewayTargets.Of(stack));
        var used = stack.OfType(GatewayRoutes.AiBackend).Select(server => (Owner: server, Reference: server["spec.backendRef"]))
            .Concat(stack.OfType(GatewayRoutes.ToolRoute).SelectMany(route => route["spec.backendRefs"].Items.Where(reference => reference["kind"].AsText == "Backend").Select(reference => (Owner: route, Reference: reference))))
            .Select(use => backends.Being(use.Reference["name"].AsText).FirstOrDefault(one => one["metadata.namespace"].AsText == (use.Reference["namespace"].AsText ?? use.Owner["metadata.namespace"].AsText)));
        foreach (var backend in used.Distinct())
        {
            if (backend is not null && !Checked(backend) && !(GatewayRoutes.Key(backend) is { } key && targets.On(GatewayRoutes.BackendTls, "Backend", key).Any()))
            {
                yield return backend.Violation("the backend must be the target of a BackendTLSPolicy, but is not");
            }
        }
    }

    private static bool Checked(Resource backend) => backend["spec.tls.insecureSkipVerify"].AsBoolean != true && (!backend["spec.tls.caCertificateRefs"].IsAbsent || !backend["spec.tls.wellKnownCACertificates"].IsAbsent);
}
