using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Pods that behave alike because one object makes them: a Deployment's pods, or a single Pod.</summary>
/// <param name="Namespace">The namespace; null while it is not known.</param>
/// <param name="Kind">The kind of the object that owns the pods, such as <c>Deployment</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record Workload(string? Namespace, string Kind, string Name)
{
    /// <summary>The pods' labels; a value that is not known is null.</summary>
    public required IReadOnlyDictionary<string, string?> Labels { get; init; }

    /// <summary>The named container ports.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<(Protocol Protocol, int Port)>> NamedPorts { get; init; }

    /// <summary>Whether the pods use the node's network, which takes them out of every network policy.</summary>
    public required Truth HostNetwork { get; init; }

    /// <summary>The pods' service account.</summary>
    public required string ServiceAccount { get; init; }

    /// <summary>URN of the resource that makes the pods.</summary>
    public required string Urn { get; init; }

    /// <summary>The pod specification.</summary>
    public required Field Spec { get; init; }

    /// <summary>Namespace, name and kind as text: <c>sandbox/python[Deployment]</c>.</summary>
    public override string ToString() => $"{this.Namespace ?? "?"}/{this.Name}[{this.Kind}]";

    /// <summary>Whether the pods leave the cluster by a pool of gateway nodes with addresses of its own.</summary>
    public Truth UsesStaticEgress { get; init; }

    /// <summary>The load balancer that the object brings itself; null for none.</summary>
    public LoadBalancer? LoadBalancer { get; init; }

    internal static IEnumerable<Workload> From(KubernetesObject item) => item.Kind switch
    {
        "PodTemplate" => [], // makes no pods by itself
        "VirtualMachineInstance" => [Read(item, item.Root)],
        "VirtualMachine" => [Read(item, item.Root["spec.template"])],
        _ => PodSpec.TemplatesOf(item.Type, item.Root).Select(template => Read(item, template)),
    };

    private static Workload Read(KubernetesObject item, Field pod)
    {
        var spec = pod["spec"];
        var ports = new Dictionary<string, IReadOnlyList<(Protocol, int)>>(StringComparer.Ordinal);
        foreach (var port in spec["containers"].Items.Concat(spec["initContainers"].Items).SelectMany(container => container["ports"].Items))
        {
            if (port["name"].AsText is { } name && port["containerPort"].AsNumber is { } number)
            {
                var one = (ProtocolOf(port["protocol"].AsText), (int)number);
                ports[name] = ports.TryGetValue(name, out var others) ? [.. others, one] : [one];
            }
        }

        var owner = item.Kind == "Pod" ? item.Root["metadata.ownerReferences"].Items.FirstOrDefault(reference => reference["controller"].AsBoolean == true) : default;
        var owned = owner.Resource is not null && owner["name"].AsText is not null && owner["kind"].AsText != "Node";
        return new(item.Namespace, owned ? owner["kind"].AsText ?? item.Kind : item.Kind, owned ? owner["name"].AsText! : item.Name)
        {
            Labels = KubernetesObject.ReadLabels(pod["metadata"]),
            NamedPorts = ports,
            HostNetwork = spec["hostNetwork"] is var host && host.IsUnknown ? Truth.Maybe : host.AsBoolean == true ? Truth.Yes : Truth.No,
            ServiceAccount = spec["serviceAccountName"].AsText ?? spec["serviceAccount"].AsText ?? "default",
            UsesStaticEgress = pod["metadata.annotations"] is var annotations && annotations.IsUnknown ? Truth.Maybe : annotations.Member("kubernetes.azure.com/static-gateway-configuration").IsAbsent ? Truth.No : Truth.Yes,
            Urn = item.Resource.Urn,
            Spec = spec,
        };
    }

    internal static Protocol ProtocolOf(string? text) => text?.ToUpperInvariant() switch { "UDP" => Protocol.Udp, "SCTP" => Protocol.Sctp, _ => Protocol.Tcp };
}
