using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>
/// The proxies that Envoy Gateway makes of each <c>Gateway</c>: no manifest has them, but their labels, their namespace and their load balancer are told by the documentation and by <c>EnvoyProxy</c>.
/// Gateways of other controllers are not read.
/// </summary>
internal static class EnvoyGateways
{
    /// <summary>The kind that such workloads have.</summary>
    public const string Kind = "Gateway";

    private const string Controller = "gateway.envoyproxy.io/gatewayclass-controller";
    private const string Service = "spec.provider.kubernetes.envoyService";
    private const string Labels = "gateway.envoyproxy.io/";

    public static IEnumerable<Workload> In(Stack stack)
    {
        var objects = stack.OfType("kubernetes:gateway.networking.k8s.io/v1:Gateway").ToList();
        if (objects.Count == 0)
        {
            yield break;
        }

        var classes = stack.OfType("kubernetes:gateway.networking.k8s.io/v1:GatewayClass").Where(one => one["spec.controllerName"].AsText == Controller).ToLookup(one => one["metadata.name"].AsText ?? one.Name, StringComparer.Ordinal);
        var proxies = stack.OfType("kubernetes:gateway.envoyproxy.io/v1alpha1:EnvoyProxy").ToLookup(one => one["metadata.name"].AsText ?? one.Name, StringComparer.Ordinal);
        var release = stack.OfType("kubernetes:helm.sh/v3:Release").FirstOrDefault(one => one["values"].Member("config").Member("envoyGateway") is { IsAbsent: false });
        var inOwnNamespace = release?["values.config.envoyGateway.provider.kubernetes.deploy.type"].AsText == "GatewayNamespace";
        foreach (var gateway in objects)
        {
            if (classes[gateway["spec.gatewayClassName"].AsText ?? ""].FirstOrDefault() is not { } gatewayClass)
            {
                continue;
            }

            var (name, space) = (gateway["metadata.name"].AsText ?? gateway.Name, gateway["metadata.namespace"].AsText ?? "default");
            var settings = gateway["spec.infrastructure.parametersRef.name"].AsText ?? gatewayClass["spec.parametersRef.name"].AsText;
            var proxy = settings is null ? null : proxies[settings].FirstOrDefault();
            var owner = proxy?["spec.mergeGateways"].AsBoolean == true
                ? new Dictionary<string, string?> { [Labels + "owning-gatewayclass"] = gatewayClass["metadata.name"].AsText }
                : new() { [Labels + "owning-gateway-name"] = name, [Labels + "owning-gateway-namespace"] = space };
            yield return new(inOwnNamespace ? space : release?["namespace"].AsText ?? "envoy-gateway-system", Kind, name)
            {
                Labels = new Dictionary<string, string?>(owner, StringComparer.Ordinal) { ["app.kubernetes.io/name"] = "envoy", ["app.kubernetes.io/component"] = "proxy", ["app.kubernetes.io/managed-by"] = "envoy-gateway" },
                NamedPorts = new Dictionary<string, IReadOnlyList<(Protocol, int)>>(),
                HostNetwork = Truth.No,
                ServiceAccount = $"envoy-{name}",
                Urn = gateway.Urn,
                Spec = (proxy ?? gateway)[proxy is null ? "spec.none" : "spec.provider.kubernetes.envoyDeployment.pod"],
                LoadBalancer = BalancerOf(gateway, proxy),
            };
        }
    }

    // A privileged port of a listener is another one in the pods, which may not open it.
    private static LoadBalancer BalancerOf(Resource gateway, Resource? proxy)
    {
        var sameInside = proxy?["spec.provider.kubernetes.useListenerPortAsContainerPort"].AsBoolean == true;
        var listeners = gateway["spec.listeners"].Items.Select(listener => (Protocol: listener["protocol"].AsText == "UDP" ? Protocol.Udp : Protocol.Tcp, Port: NetworkPolicyReader.Port(listener["port"]))).ToList();
        return new($"the load balancer of Gateway {gateway["metadata.name"].AsText ?? gateway.Name}", proxy is null ? Truth.Yes : ClusterService.IsType(proxy[Service + ".type"], "LoadBalancer"),
            proxy is null ? Truth.Yes : ClusterService.IsOutside(proxy[Service + ".annotations"]),
            listeners.Any(one => one.Port is null) ? null : [.. listeners.Select(one => (one.Protocol, one.Port!.Value, one.Port < 1024 && !sameInside ? one.Port.Value + 10000 : one.Port.Value))]);
    }
}
