using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>What a stack says of one cluster's network: workloads, policies and namespaces.</summary>
/// <param name="Workloads">The workloads in the order of the stack.</param>
/// <param name="Policies">The network policies of every kind.</param>
/// <param name="Problems">What the API server would refuse, one line each.</param>
internal sealed record NetworkObjects(IReadOnlyList<Workload> Workloads, IReadOnlyList<NetworkPolicy> Policies, IReadOnlyList<string> Problems)
{
    private const string NameLabel = "kubernetes.io/metadata.name";
    private readonly Dictionary<string, NamespaceInfo> namespaces = new(StringComparer.Ordinal);

    /// <summary>Whether the world outside has addresses of IPv4 alone.</summary>
    public bool IsIPv4Only { get; init; }

    /// <summary>Kinds of networks beside the cluster's own that pods may be on, which are not modelled.</summary>
    public required IReadOnlyList<string> OtherNetworks { get; init; }

    // Cilium's agents take pods on the node's network for the node.
    private bool HasCilium => this.Policies.Any(policy => policy.Name.StartsWith("Cilium", StringComparison.Ordinal));

    private bool NamesIPv6 => this.Policies.SelectMany(policy => policy.Ingress.Rules.Concat(policy.Egress.Rules)).SelectMany(rule => rule.Peers).OfType<AddressTerm>().Any(term => term.Addresses?.Meets(AddressSet.V6) != false);

    public static NetworkObjects Read(Stack stack)
    {
        var (workloads, policies, spaces) = (new List<Workload>(), new List<NetworkPolicy>(), new List<NamespaceInfo>());
        var (problems, others) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var item in KubernetesObject.In(stack))
        {
            problems.AddRange(PolicyValidation.Of(item));
            if (item.Kind is "UserDefinedNetwork" or "ClusterUserDefinedNetwork" or "NetworkAttachmentDefinition" or "MultiNetworkPolicy")
            {
                others.Add(item.Kind);
            }

            if (item is { Kind: "Namespace", Group: "v1" } && item.Root["metadata.name"].AsText is { } name)
            {
                spaces.Add(new(name, new Dictionary<string, string?>(item.Labels, StringComparer.Ordinal) { [NameLabel] = name }));
            }
            else
            {
                policies.AddRange(NetworkPolicyReader.Read(item));
                workloads.AddRange(Workload.From(item));
            }
        }

        workloads.AddRange(EnvoyGateways.In(stack));

        var read = new NetworkObjects(workloads, policies, problems) { OtherNetworks = [.. others] };
        foreach (var space in spaces)
        {
            read.namespaces[space.Name!] = space;
        }

        return read;
    }

    /// <summary>The cluster with what its objects leave open taken as analysers of manifests commonly take it, and what was taken so, in words.</summary>
    public (NetworkObjects Cluster, IReadOnlyList<string> Assumptions) AsCommonlyRead()
    {
        var assumptions = this.OtherNetworks.Select(kind => $"every pod is on the cluster's own network alone, though there are objects of the kind {kind}").ToList();
        var read = this;
        if (!this.HasCilium)
        {
            assumptions.AddRange(this.Workloads.Where(workload => workload.HostNetwork != Truth.No).Select(workload => $"network policies bind {workload}, though its pods use the node's network, which Kubernetes leaves to the network plugin").Distinct());
            read = read with { Workloads = [.. this.Workloads.Select(workload => workload.HostNetwork == Truth.No ? workload : workload with { HostNetwork = Truth.No })] };
        }

        if (!this.NamesIPv6)
        {
            assumptions.Add("the cluster has no IPv6, for no policy names an address of it");
            read = read with { IsIPv4Only = true };
        }

        return (read, assumptions);
    }

    /// <summary>The workload's namespace; one without an object of its own has only its automatic name label.</summary>
    public NamespaceInfo SpaceOf(Workload workload) => workload.Namespace is not { } name ? new(null, new Dictionary<string, string?>())
        : this.namespaces.TryGetValue(name, out var known) ? known
        : this.namespaces[name] = new(name, new Dictionary<string, string?>(StringComparer.Ordinal) { [NameLabel] = name });
}
