using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>
/// What an <c>Ingress</c>, a <c>Route</c> of OpenShift or a route of the Gateway API leads the world outside to, by way of a controller that no manifest tells: some pod, of which neither the namespace
/// nor the labels are known. Routes of Envoy Gateway are left out, for its proxies are workloads.
/// </summary>
internal static class IngressEntries
{
    private static readonly string[] GatewayRoutes = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"];

    /// <summary>The entries with the workloads that their services lead to, and the ports of these; policies are not asked.</summary>
    public static IEnumerable<NetworkConnection> In(Stack stack, IReadOnlyList<Workload> workloads)
    {
        var services = ClusterService.In(stack).ToLookup(service => service.Namespace, StringComparer.Ordinal);
        var known = workloads.Where(workload => workload.Kind == EnvoyGateways.Kind).Select(workload => workload.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var item in KubernetesObject.In(stack))
        {
            var backends = Backends(item, known).ToList();
            foreach (var workload in backends.Count == 0 ? [] : workloads.DistinctBy(workload => workload.ToString()))
            {
                var reach = backends.Aggregate(Reach.None, (all, backend) => all.Union(services[backend.Namespace].Aggregate(Reach.None, (some, service) => some.Union(backend.Leads(service, workload)))));
                if (!reach.IsDenied)
                {
                    yield return new(new EntryEnd($"{item.Kind} {item.Namespace ?? "?"}/{item.Name}"), new WorkloadEnd(workload), reach);
                }
            }
        }
    }

    private sealed record Backend(Field Service, Field Port, string? Namespace)
    {
        // The port by its number or name, or where it is told so, by what the pods call it.
        public bool IsPodsPort { get; init; }

        public Reach Leads(ClusterService service, Workload workload) =>
            service.To(workload, this.Means).When(this.Service.IsUnknown ? Truth.Maybe : this.Service.AsText == service.Name ? Truth.Yes : Truth.No);

        private Truth Means(ServicePort port) => this.Port.IsAbsent ? Truth.Yes : this.Port.IsUnknown ? Truth.Maybe
            : NetworkPolicyReader.Port(this.Port) is { } number ? number == (this.IsPodsPort ? port.Target : port.Port) ? Truth.Yes : Truth.No
            : this.Port.AsText == port.Name || (this.IsPodsPort && this.Port.AsText == port.TargetName) ? Truth.Yes : Truth.No;
    }

    private static IEnumerable<Backend> Backends(KubernetesObject item, HashSet<string> gateways) => item.Kind switch
    {
        "Ingress" => item.Root["spec.rules"].Items.SelectMany(rule => rule["http.paths"].Items).Select(path => path["backend"]).Append(item.Root["spec.defaultBackend"]).Append(item.Root["spec.backend"]).Where(backend => !backend.IsAbsent)
            .Select(backend => backend["service"] is { IsAbsent: false } service ? new Backend(service["name"], service["port"].IsUnknown || service["port.number"].IsAbsent ? service["port.name"] : service["port.number"], item.Namespace)
                : new Backend(backend["serviceName"], backend["servicePort"], item.Namespace)),
        "Route" when item.Group.StartsWith("route.openshift.io", StringComparison.Ordinal) => item.Root["spec.alternateBackends"].Items.Prepend(item.Root["spec.to"]).Where(to => to["kind"].AsText is null or "Service")
            .Select(to => new Backend(to["name"], item.Root["spec.port.targetPort"], item.Namespace) { IsPodsPort = true }),
        var kind when GatewayRoutes.Contains(kind) && !item.Root["spec.parentRefs"].Items.Any(parent => parent["name"].AsText is { } name && gateways.Contains(name)) => item.Root["spec.rules"].Items.SelectMany(rule => rule["backendRefs"].Items)
            .Where(backend => backend["kind"].AsText is null or "Service").Select(backend => new Backend(backend["name"], backend["port"], backend["namespace"].AsText ?? item.Namespace)),
        _ => [],
    };
}
