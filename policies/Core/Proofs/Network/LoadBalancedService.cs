using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A <c>Service</c> that is a load balancer of the cloud, or may be, read once: which pods it leads to, and by which ports.</summary>
internal sealed class LoadBalancedService
{
    private readonly string name;
    private readonly Truth isBalancer;
    private readonly Truth isPublic;
    private readonly bool selectorIsUnknown;
    private readonly List<(string Name, string? Value)> selector;
    private readonly List<(Protocol Protocol, int Port, int? Target, string? Named)>? ports;

    private LoadBalancedService(KubernetesObject service, Truth isBalancer)
    {
        var selects = service.Root["spec.selector"];
        this.name = $"Service {service.Namespace}/{service.Name}";
        this.Namespace = service.Namespace;
        this.isBalancer = isBalancer;
        this.isPublic = IsOutside(service.Root["metadata.annotations"]);
        this.selectorIsUnknown = selects.IsUnknown;
        this.selector = [.. selects.Members.Select(label => (label.Name, label.Field.IsUnknown ? null : LabelSelector.TextOf(label.Field)))];
        this.ports = PortsOf(service.Root["spec.ports"]);
    }

    /// <summary>The namespace; null while it is not known.</summary>
    public string? Namespace { get; }

    /// <summary>The services of that sort in a stack.</summary>
    public static IEnumerable<LoadBalancedService> In(Stack stack) => KubernetesObject.In(stack).Where(item => item is { Kind: "Service", Group: "v1" })
        .Select(service => (Service: service, IsBalancer: IsType(service.Root["spec.type"]))).Where(one => one.IsBalancer != Truth.No).Select(one => new LoadBalancedService(one.Service, one.IsBalancer));

    /// <summary>Whether the cloud gives a balancer a public address: unless an annotation keeps it inside.</summary>
    public static Truth IsOutside(Field annotations)
    {
        var inside = annotations.Member("service.beta.kubernetes.io/azure-load-balancer-internal");
        return annotations.IsUnknown || inside.IsUnknown ? Truth.Maybe : inside.AsText == "true" ? Truth.No : Truth.Yes;
    }

    /// <summary>Whether a service is of that type.</summary>
    public static Truth IsType(Field type, string otherwise = "ClusterIP") => type.IsUnknown ? Truth.Maybe : (type.AsText ?? otherwise) == "LoadBalancer" ? Truth.Yes : Truth.No;

    /// <summary>The balancer as the workload sees it.</summary>
    public LoadBalancer For(Workload workload) => new(this.name, PodTerm.Min(this.isBalancer, this.Selects(workload)), this.isPublic,
        this.ports is null ? null : [.. this.ports.SelectMany(port => port.Target is { } target ? [(port.Protocol, port.Port, target)]
            : (workload.NamedPorts.GetValueOrDefault(port.Named ?? "") ?? []).Where(named => named.Protocol == port.Protocol).Select(named => (port.Protocol, port.Port, named.Port)))]);

    // Same namespace, and every label of the selector; without a selector the service leads to no pods.
    private Truth Selects(Workload workload)
    {
        var space = this.Namespace is null || workload.Namespace is null ? Truth.Maybe : this.Namespace == workload.Namespace ? Truth.Yes : Truth.No;
        return this.selectorIsUnknown ? PodTerm.Min(space, Truth.Maybe)
            : this.selector.Count == 0 ? Truth.No
            : this.selector.Aggregate(space, (all, label) => PodTerm.Min(all, !workload.Labels.TryGetValue(label.Name, out var value) ? Truth.No : value is null || label.Value is null ? Truth.Maybe : value == label.Value ? Truth.Yes : Truth.No));
    }

    private static List<(Protocol, int, int?, string?)>? PortsOf(Field ports)
    {
        var read = new List<(Protocol, int, int?, string?)>();
        foreach (var port in ports.IsUnknown ? [ports] : ports.Items)
        {
            var (outside, target) = (NetworkPolicyReader.Port(port["port"]), port["targetPort"]);
            if (outside is not { } number || target.IsUnknown)
            {
                return null;
            }

            read.Add((Workload.ProtocolOf(port["protocol"].AsText), number, target.IsAbsent ? number : NetworkPolicyReader.Port(target), target.AsText));
        }

        return read;
    }
}
