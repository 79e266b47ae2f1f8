using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>What a rule, or a policy's subject, selects.</summary>
internal abstract record PeerTerm
{
    /// <summary>Whether the pods of the workload are selected. <paramref name="space"/> is their namespace.</summary>
    public abstract Truth Selects(Workload workload, NamespaceInfo space);

    /// <summary>Whether all of these addresses are selected; none of the ranges in use is split by a set that a rule names.</summary>
    public virtual Truth Selects(AddressSet addresses) => Truth.No;

    /// <summary>Whether the host of that name is selected.</summary>
    public virtual Truth SelectsName(string name) => Truth.No;

    /// <summary>Whether the API server of the cluster is selected, at these addresses.</summary>
    public virtual Truth SelectsApiServer(AddressSet addresses) => this.Selects(addresses);

    /// <summary>Whether a pod of the cluster is selected of which neither the namespace nor the labels are known.</summary>
    public virtual Truth SelectsSomePod() => Truth.No;
}

/// <summary>A namespace and its labels, the automatic <c>kubernetes.io/metadata.name</c> among them; a null name is not known.</summary>
internal sealed record NamespaceInfo(string? Name, IReadOnlyDictionary<string, string?> Labels)
{
    public Truth Is(string? name) => this.Name is null || name is null ? Truth.Maybe : this.Name == name ? Truth.Yes : Truth.No;
}

/// <summary>Pods by labels, in one namespace or in those that a selector picks. Pods on the node's network have no address of their own and are not picked.</summary>
internal sealed record PodTerm(string? Namespace, LabelSelector? Namespaces, LabelSelector Pods) : PeerTerm
{
    public override Truth Selects(Workload workload, NamespaceInfo space)
    {
        var inSpace = this.Namespaces is null ? space.Is(this.Namespace) : space.Name is null ? Truth.Maybe : this.Namespaces.Matches(space.Labels);
        return Min(inSpace, inSpace == Truth.No ? Truth.No : this.Pods.Matches(workload.Labels), Truth.Yes - (int)workload.HostNetwork);
    }

    public override Truth SelectsSomePod() => this.Namespaces?.IsEverything == true && this.Pods.IsEverything ? Truth.Yes : Truth.Maybe;

    public override string ToString() => $"pods {this.Pods} in {(this.Namespaces is null ? $"'{this.Namespace ?? "?"}'" : $"({this.Namespaces})")}";

    internal static Truth Min(params ReadOnlySpan<Truth> truths)
    {
        var least = Truth.Yes;
        foreach (var truth in truths)
        {
            least = truth < least ? truth : least;
        }

        return least;
    }
}

/// <summary>Cilium endpoints: pods by their labels and those that Cilium derives from namespace and service account.</summary>
internal sealed record EndpointTerm(string? Namespace, LabelSelector Endpoints) : PeerTerm
{
    public bool AnyNamespace { get; init; }

    public override Truth Selects(Workload workload, NamespaceInfo space)
    {
        var labels = new Dictionary<string, string?>(workload.Labels, StringComparer.Ordinal)
        {
            ["io.kubernetes.pod.namespace"] = space.Name,
            ["io.cilium.k8s.policy.serviceaccount"] = workload.ServiceAccount,
        };
        foreach (var (key, value) in space.Labels)
        {
            labels["io.cilium.k8s.namespace.labels." + key] = value;
        }

        return PodTerm.Min(this.AnyNamespace ? Truth.Yes : space.Is(this.Namespace), this.Endpoints.Matches(labels), Truth.Yes - (int)workload.HostNetwork);
    }

    public override Truth SelectsSomePod() => this.AnyNamespace && this.Endpoints.IsEverything ? Truth.Yes : Truth.Maybe;

    public override string ToString() => $"endpoints {this.Endpoints} in {(this.AnyNamespace ? "any" : $"'{this.Namespace ?? "?"}'")}";
}

/// <summary>Addresses outside the cluster; null while they are not known.</summary>
internal sealed record AddressTerm(AddressSet? Addresses) : PeerTerm
{
    /// <summary>Whether the addresses of pods count too, as administrators' policies have it: no manifest tells them, but every address is theirs too.</summary>
    public bool TakesPods { get; init; }

    /// <summary>The address of a pod on the node's network is the node's, which no manifest tells.</summary>
    public override Truth Selects(Workload workload, NamespaceInfo space) =>
        workload.HostNetwork == Truth.No ? this.SelectsSomePod() : this.Addresses is { IsEmpty: true } ? Truth.No : Truth.Maybe;

    public override Truth SelectsSomePod() => this.TakesPods && this.Addresses?.Covers(AddressSet.V4) != false ? this.Addresses is null ? Truth.Maybe : Truth.Yes : Truth.No;

    public override Truth Selects(AddressSet addresses) => this.Addresses is not { } known ? Truth.Maybe : known.Covers(addresses) ? Truth.Yes : known.Meets(addresses) ? Truth.Maybe : Truth.No;

    public override Truth SelectsName(string name) => this.Addresses is not { } known ? Truth.Maybe
        : known.Covers(AddressSet.V4.Intersect(KnownAddresses.Internet)) ? Truth.Yes : known.Meets(KnownAddresses.Internet) ? Truth.Maybe : Truth.No; // a host that is named is public

    public override string ToString() => $"addresses {this.Addresses?.ToString() ?? "?"}{(this.TakesPods ? " and pods" : "")}";
}

/// <summary>The nodes of the cluster, and with them the pods on their network; which nodes a selector picks no manifest tells. Nodes are not outside the cluster.</summary>
internal sealed record NodesTerm : PeerTerm
{
    public override Truth Selects(Workload workload, NamespaceInfo space) => workload.HostNetwork == Truth.No ? Truth.No : Truth.Maybe;

    public override string ToString() => "nodes";
}

/// <summary>The API server of the cluster; where it is no term tells, so that any address may be its own.</summary>
internal sealed record ApiServerTerm : PeerTerm
{
    public override Truth Selects(Workload workload, NamespaceInfo space) => Truth.No;

    public override Truth Selects(AddressSet addresses) => Truth.Maybe;

    public override Truth SelectsName(string name) => Truth.Maybe;

    public override Truth SelectsApiServer(AddressSet addresses) => Truth.Yes;

    public override string ToString() => "API server";
}

/// <summary>Hosts by name; <c>*</c> stands for any characters but a dot.</summary>
internal sealed record NameTerm(string Pattern) : PeerTerm
{
    public override Truth Selects(Workload workload, NamespaceInfo space) => Truth.No;

    public override Truth SelectsName(string name) => Covers(this.Pattern, name) ? Truth.Yes : Truth.No;

    public override string ToString() => $"name {this.Pattern}";

    private static bool Covers(string pattern, string name)
    {
        if (pattern.Equals(name, StringComparison.OrdinalIgnoreCase) || pattern == "*")
        {
            return true;
        }

        if (!pattern.Contains('*', StringComparison.Ordinal) || name.Contains('*', StringComparison.Ordinal))
        {
            return false;
        }

        return System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name)
            && pattern.Count(c => c == '.') == name.Count(c => c == '.');
    }
}

/// <summary>A fixed answer by the sort of peer: everything, the world outside, the cluster inside, or what cannot be told.</summary>
internal sealed record GroupTerm(string Name, Truth Pods, Truth Addresses) : PeerTerm
{
    public static GroupTerm Anything { get; } = new("anything", Truth.Yes, Truth.Yes);

    public static GroupTerm Untold { get; } = new("something not known", Truth.Maybe, Truth.Maybe);

    public static GroupTerm Nothing { get; } = new("nothing", Truth.No, Truth.No);

    public override Truth Selects(Workload workload, NamespaceInfo space) => this.Pods;

    public override Truth SelectsSomePod() => this.Pods;

    public override Truth Selects(AddressSet addresses) => this.Addresses;

    public override Truth SelectsName(string name) => this.Addresses;

    public override string ToString() => this.Name;
}
