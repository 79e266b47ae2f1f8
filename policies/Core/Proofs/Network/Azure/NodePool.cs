using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network.Azure;

/// <summary>Nodes of a cluster that are alike: their labels and taints tell which pods may run there, their subnet which rules the pods' traffic meets.</summary>
/// <param name="Name">The pool's name.</param>
/// <param name="Settings">The pool, or the cluster's default pool in it.</param>
/// <param name="Subnet">The nodes' subnet; null while it is not known, or where AKS makes the network itself.</param>
internal sealed record NodePool(string Name, Field Settings, NodeSubnet? Subnet)
{
    /// <summary>Whether the scheduler may put the pods on these nodes: the node selector fits the labels, and every taint that repels is tolerated.</summary>
    public bool MayRun(Field pod)
    {
        var (labels, selector) = (this.Settings["nodeLabels"], pod["nodeSelector"]);
        var fits = selector.Members.All(wanted => wanted.Name is "agentpool" or "kubernetes.azure.com/agentpool" ? wanted.Field.IsUnknown || wanted.Field.AsText == this.Name
            : Automatic(wanted.Name) || labels.IsUnknown || wanted.Field.IsUnknown || labels.Member(wanted.Name) is var label && (label.IsUnknown || (label.IsKnown && LabelSelector.TextOf(label) == LabelSelector.TextOf(wanted.Field))));
        var taints = this.Settings["nodeTaints"].Items.Select(taint => taint.AsText).OfType<string>();
        taints = this.Settings["onlyCriticalAddonsEnabled"].AsBoolean == true ? taints.Append("CriticalAddonsOnly=true:NoSchedule") : taints;
        return fits && (pod["tolerations"].IsUnknown || taints.Where(taint => !taint.EndsWith(":PreferNoSchedule", StringComparison.Ordinal)).All(taint => pod["tolerations"].Items.Any(toleration => Tolerates(toleration, taint))));
    }

    /// <summary>Whether the nodes have public addresses. What a program left out is none: no provider computes it, though a preview has it as unknown.</summary>
    public Truth HasPublicNodes { get; } = Settings["nodePublicIpEnabled"] is var setting && setting.IsUnknown
        ? setting.Resource.PropertyDependencies.ContainsKey(setting.Path.Split('.', 2)[0]) ? Truth.Maybe : Truth.No
        : setting.AsBoolean == true ? Truth.Yes : Truth.No;

    // Labels that Kubernetes and Azure give every node; which value is not written anywhere.
    private static bool Automatic(string label) => label.Contains("kubernetes.io/", StringComparison.Ordinal) || label.StartsWith("kubernetes.azure.com/", StringComparison.Ordinal);

    private static bool Tolerates(Field toleration, string taint)
    {
        var (left, effect) = (taint[..Math.Max(0, taint.LastIndexOf(':'))], taint[(taint.LastIndexOf(':') + 1)..]);
        var (key, value) = (left.Split('=')[0], left.Contains('=', StringComparison.Ordinal) ? left[(left.IndexOf('=', StringComparison.Ordinal) + 1)..] : "");
        var exists = toleration["operator"].AsText == "Exists";
        return toleration.IsUnknown || ((toleration["effect"].IsAbsent || toleration["effect"].IsUnknown || toleration["effect"].AsText is "" || toleration["effect"].AsText == effect)
            && (toleration["key"].IsUnknown || toleration["key"].AsText == key || (exists && toleration["key"].AsText is null or ""))
            && (exists || toleration["value"].IsUnknown || (toleration["value"].AsText ?? "") == value));
    }
}

/// <summary>A subnet with what guards it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Addresses">Its ranges; null while they are not known.</param>
/// <param name="Group">The security group's name and written rules; null without a group.</param>
/// <param name="Routes">The routes of its table: prefix, kind of the next hop, and its address; null without a table.</param>
/// <param name="HasUnknownGuards">Whether a group or table is associated with a subnet that cannot be told, so that it may be this one.</param>
internal sealed record NodeSubnet(string Name, AddressSet? Addresses, (string Name, IReadOnlyList<Field> Rules)? Group, IReadOnlyList<Field>? Routes, bool HasUnknownGuards)
{
    /// <summary>Whether the group holds for private endpoints in the subnet.</summary>
    public required Truth GuardsEndpoints { get; init; }
}
