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

    /// <summary>The workloads whose pods use the node's network, or may.</summary>
    public IEnumerable<Workload> OnNodeNetwork => this.Workloads.Where(workload => workload.HostNetwork != Truth.No);

    /// <summary>Whether Cilium enforces the policies, as an object of its own kind tells: its agents take pods on the node's network for the node.</summary>
    public bool HasCilium => this.Policies.Any(policy => policy.Name.StartsWith("Cilium", StringComparison.Ordinal));

    public static NetworkObjects Read(Stack stack)
    {
        var (workloads, policies, spaces) = (new List<Workload>(), new List<NetworkPolicy>(), new List<NamespaceInfo>());
        var problems = new List<string>();
        foreach (var item in KubernetesObject.In(stack))
        {
            problems.AddRange(PolicyValidation.Of(item));
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

        var read = new NetworkObjects(workloads, policies, problems);
        foreach (var space in spaces)
        {
            read.namespaces[space.Name!] = space;
        }

        return read;
    }

    /// <summary>The same cluster with the pods on the node's network taken for ordinary ones.</summary>
    public NetworkObjects WithNodePodsBound() => this with { Workloads = [.. this.Workloads.Select(workload => workload.HostNetwork == Truth.No ? workload : workload with { HostNetwork = Truth.No })] };

    /// <summary>The workload's namespace; one without an object of its own has only its automatic name label.</summary>
    public NamespaceInfo SpaceOf(Workload workload) => workload.Namespace is not { } name ? new(null, new Dictionary<string, string?>())
        : this.namespaces.TryGetValue(name, out var known) ? known
        : this.namespaces[name] = new(name, new Dictionary<string, string?>(StringComparer.Ordinal) { [NameLabel] = name });
}
