using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Nodes of a cluster that are alike: their labels and taints tell which pods may run there, their subnet which rules the pods' traffic meets.</summary>
/// <param name="Name">The pool's name.</param>
/// <param name="Settings">The pool, or the cluster's default pool in it.</param>
/// <param name="Subnet">The nodes' subnet; null while it is not known, or where AKS makes the network itself.</param>
internal sealed record NodePool(string Name, Field Settings, NodeSubnet? Subnet)
{
    private readonly Dictionary<string, string?>? labels = Settings["nodeLabels"] is { IsUnknown: false } written ? written.Members.ToDictionary(label => label.Name, label => label.Field.IsUnknown ? null : LabelSelector.TextOf(label.Field), StringComparer.Ordinal) : null;
    private readonly List<string> taints = [.. Settings["nodeTaints"].Items.Select(taint => taint.AsText).OfType<string>().Concat(Settings["onlyCriticalAddonsEnabled"].AsBoolean == true ? ["CriticalAddonsOnly=true:NoSchedule"] : [])];

    /// <summary>The addresses that pods have when they call each other, as security groups see them; null where that is not told.</summary>
    public AddressSet? PodAddresses { get; init; }

    /// <summary>Whether the scheduler may put the pods on these nodes: the node selector fits the labels, and every taint that repels is tolerated.</summary>
    public bool MayRun(Placement pods) =>
        pods.Selector.TrueForAll(wanted => wanted.Name is "agentpool" or "kubernetes.azure.com/agentpool" ? wanted.Value is null || wanted.Value == this.Name
            : Automatic(wanted.Name) || this.labels is null || wanted.Value is null || (this.labels.TryGetValue(wanted.Name, out var label) && (label is null || label == wanted.Value)))
        && this.taints.Where(taint => !taint.EndsWith(":PreferNoSchedule", StringComparison.Ordinal)).All(pods.Tolerates);

    /// <summary>Whether the nodes have public addresses.</summary>
    public Truth HasPublicNodes { get; } = Settings["nodePublicIpEnabled"] is var setting && setting.IsLeftOut() ? Truth.No : setting.IsUnknown ? Truth.Maybe : setting.AsBoolean == true ? Truth.Yes : Truth.No;

    // Labels that Kubernetes and Azure give every node; which value is not written anywhere.
    private static bool Automatic(string label) => label.Contains("kubernetes.io/", StringComparison.Ordinal) || label.StartsWith("kubernetes.azure.com/", StringComparison.Ordinal);
}

/// <summary>A subnet with what guards it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Addresses">Its ranges; null while they are not known.</param>
/// <param name="Group">The security group's name and written rules; null without a group.</param>
/// <param name="Routes">The routes of its table: prefix, kind of the next hop, and its address; null without a table.</param>
/// <param name="HasUnknownGuards">Whether a group or table is associated with a subnet that cannot be told, so that it may be this one.</param>
internal sealed record NodeSubnet(string Name, AddressSet? Addresses, (string Name, IReadOnlyList<Field> Rules)? Group, IReadOnlyList<Field>? Routes, bool HasUnknownGuards)
{
    /// <summary>Where Azure's own routes lead from it.</summary>
    public required VirtualRoutes Virtual { get; init; }

    /// <summary>Whether the group holds for private endpoints in the subnet.</summary>
    public required Truth GuardsEndpoints { get; init; }
}
