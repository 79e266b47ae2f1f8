using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A <c>Service</c>, read once: which pods it leads to, by which ports, and whether it is a load balancer of the cloud.</summary>
internal sealed class ClusterService
{
    private readonly Truth isPublic;
    private readonly bool selectorIsUnknown;
    private readonly List<(string Name, string? Value)> selector;
    private readonly List<ServicePort>? ports;

    private ClusterService(KubernetesObject service)
    {
        var selects = service.Root["spec.selector"];
        this.Name = service.Name;
        this.Namespace = service.Namespace;
        this.IsBalancer = IsType(service.Root["spec.type"]);
        this.isPublic = IsOutside(service.Root["metadata.annotations"]);
        this.selectorIsUnknown = selects.IsUnknown;
        this.selector = [.. selects.Members.Select(label => (label.Name, label.Field.IsUnknown ? null : LabelSelector.TextOf(label.Field)))];
        this.ports = PortsOf(service.Root["spec.ports"]);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The namespace; null while it is not known.</summary>
    public string? Namespace { get; }

    /// <summary>Whether it is a load balancer of the cloud.</summary>
    public Truth IsBalancer { get; }

    /// <summary>The services of a stack.</summary>
    public static IEnumerable<ClusterService> In(Stack stack) => KubernetesObject.In(stack).Where(item => item is { Kind: "Service", Group: "v1" }).Select(service => new ClusterService(service));

    /// <summary>Whether the cloud gives a balancer a public address: unless an annotation keeps it inside.</summary>
    public static Truth IsOutside(Field annotations)
    {
        var inside = annotations.Member("service.beta.kubernetes.io/azure-load-balancer-internal");
        return annotations.IsUnknown || inside.IsUnknown ? Truth.Maybe : inside.AsText == "true" ? Truth.No : Truth.Yes;
    }

    /// <summary>Whether a service is of that type.</summary>
    public static Truth IsType(Field type, string otherwise = "ClusterIP") => type.IsUnknown ? Truth.Maybe : (type.AsText ?? otherwise) == "LoadBalancer" ? Truth.Yes : Truth.No;

    /// <summary>The balancer as the workload sees it.</summary>
    public LoadBalancer BalancerFor(Workload workload) => new($"Service {this.Namespace}/{this.Name}", PodTerm.Min(this.IsBalancer, this.Selects(workload)), this.isPublic,
        this.ports is null ? null : [.. this.ports.SelectMany(port => port.Targets(workload), (port, target) => (port.Protocol, port.Port, target))]);

    /// <summary>The connections to the workload's pods by those of the service's ports that are meant.</summary>
    public Reach To(Workload workload, Func<ServicePort, Truth> isMeant) => (this.ports is null ? Reach.Open
        : this.ports.Aggregate(Reach.None, (all, port) => all.Union(Reach.Of(port.Targets(workload).Aggregate(ConnectionSet.None, (targets, target) => targets.Union(ConnectionSet.Of(port.Protocol, target)))).When(isMeant(port))))).When(this.Selects(workload));

    // Same namespace, and every label of the selector; without a selector the service leads to no pods.
    private Truth Selects(Workload workload)
    {
        var space = this.Namespace is null || workload.Namespace is null ? Truth.Maybe : this.Namespace == workload.Namespace ? Truth.Yes : Truth.No;
        return this.selectorIsUnknown ? PodTerm.Min(space, Truth.Maybe)
            : this.selector.Count == 0 ? Truth.No
            : this.selector.Aggregate(space, (all, label) => PodTerm.Min(all, !workload.Labels.TryGetValue(label.Name, out var value) ? Truth.No : value is null || label.Value is null ? Truth.Maybe : value == label.Value ? Truth.Yes : Truth.No));
    }

    private static List<ServicePort>? PortsOf(Field ports)
    {
        var read = new List<ServicePort>();
        foreach (var port in ports.IsUnknown ? [ports] : ports.Items)
        {
            var (outside, target) = (NetworkPolicyReader.Port(port["port"]), port["targetPort"]);
            if (outside is not { } number || target.IsUnknown)
            {
                return null;
            }

            read.Add(new(port["name"].AsText, Workload.ProtocolOf(port["protocol"].AsText), number, target.IsAbsent ? number : NetworkPolicyReader.Port(target), target.AsText));
        }

        return read;
    }
}

/// <summary>A port of a service.</summary>
/// <param name="Name">Its name; null for none.</param>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Port">Its number.</param>
/// <param name="Target">The number of the pods' port; null if that has a name.</param>
/// <param name="TargetName">The name of the pods' port, or its number as it is written; null for none.</param>
internal sealed record ServicePort(string? Name, Protocol Protocol, int Port, int? Target, string? TargetName)
{
    /// <summary>The numbers of the workload's ports behind it.</summary>
    public IEnumerable<int> Targets(Workload workload) => this.Target is { } target ? [target]
        : (workload.NamedPorts.GetValueOrDefault(this.TargetName ?? "") ?? []).Where(named => named.Protocol == this.Protocol).Select(named => named.Port);
}
