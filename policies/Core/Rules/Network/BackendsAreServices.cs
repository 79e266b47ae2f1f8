using LlmOpsSecure.Policies.Frameworks;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Rules.Shared;

namespace LlmOpsSecure.Policies.Rules.Network;

internal sealed class BackendsAreServices() : StackPolicy(new PolicyInfo
{
    Id = "network-backends-are-services",
    Title = "Ingresses and routes lead to services that are there",
    Why = "Whoever makes a service of that name in the namespace gets the traffic of the host.",
    Severity = Severity.Low,
    Types = [KubernetesTypes.Ingress, KubernetesTypes.HttpRoute, KubernetesTypes.Service],
    Threats = [Threat.FullStack, Threat.Disclosure],
    Controls = [Framework.Mcsb("NS-1")],
    Remediation = "Name the service, or remove the rule.",
    Good = ["""[{ "type": "kubernetes:core/v1:Service", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "selector": { "app": "a" } } } }, { "type": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i", "properties": { "metadata": { "name": "i", "namespace": "n" }, "spec": { "defaultBackend": { "service": { "name": "s" } } } } }]""", """[{ "type": "kubernetes:helm.sh/v3:Release", "name": "c", "properties": { } }, { "type": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i", "properties": { "metadata": { "name": "i", "namespace": "n" }, "spec": { "defaultBackend": { "service": { "name": "s" } } } } }]"""],
    Bad = ["""[{ "type": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i", "properties": { "metadata": { "name": "i", "namespace": "n" }, "spec": { "defaultBackend": { "service": { "name": "s" } } } } }]""", """[{ "type": "kubernetes:core/v1:Service", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" }, "spec": { "selector": { "app": "a" } } } }, { "type": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i", "properties": { "metadata": { "name": "i", "namespace": "n" }, "spec": { "defaultBackend": { "service": { "name": "t" } } } } }]""", """[{ "type": "kubernetes:core/v1:Service", "name": "s", "properties": { "metadata": { "name": "s", "namespace": "n" } } }, { "type": "kubernetes:gateway.networking.k8s.io/v1alpha2:TCPRoute", "name": "r", "properties": { "metadata": { "name": "r", "namespace": "n" }, "spec": { "rules": [{ "backendRefs": [{ "name": "t", "port": 1 }] }] } } }]"""],
    Equivalents = ["C-0298", "C-0302", "kube-linter:dangling-ingress", "kube-score:ingress-targets-service"],
})
{
    public override IEnumerable<Finding> Check(Stack stack) => stack.OfType(KubernetesTypes.Ingress).SelectMany(Backends).Concat(stack.OfType(Routes).SelectMany(References))
        .Where(backend => backend.Name.AsText is { } name && stack.Once(ClusterObjects.Of).Lacks(KubernetesTypes.Service, backend.Namespace, name))
        .Select(backend => backend.Name.Violation("name a service of the namespace"));

    private static readonly string[] Routes = [KubernetesTypes.HttpRoute, .. new[] { "GRPC", "TLS", "TCP", "UDP" }.Select(protocol => $"kubernetes:gateway.networking.k8s.io/v1:{protocol}Route")];

    private static IEnumerable<(Field Name, string? Namespace)> Backends(Resource ingress) => ingress["spec.rules"].Items.SelectMany(rule => rule["http.paths"].Items).Select(path => path["backend"]).Append(ingress["spec.defaultBackend"]).Append(ingress["spec.backend"])
        .SelectMany(backend => new[] { backend["service.name"], backend["serviceName"] }).Select(name => (name, ClusterObjects.NamespaceOf(ingress)));

    private static IEnumerable<(Field Name, string? Namespace)> References(Resource route) => route["spec.rules"].Items.SelectMany(rule => rule["backendRefs"].Items)
        .Where(reference => reference["kind"].AsText is null or "Service" && reference["group"].AsText is null or "").Select(reference => (reference["name"], reference["namespace"].IsUnknown ? null : reference["namespace"].AsText ?? ClusterObjects.NamespaceOf(route)));
}
