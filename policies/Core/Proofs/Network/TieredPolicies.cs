using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>The policies that select some pods for one direction, by the tier in which they decide.</summary>
internal sealed class TieredPolicies
{
    private readonly List<SelectedPolicy> admin = [];
    private readonly List<SelectedPolicy> namespaced = [];
    private readonly List<SelectedPolicy> baseline = [];

    /// <summary>Administrators' policies in the order in which they are asked.</summary>
    public IReadOnlyList<SelectedPolicy> Admin => this.admin;

    /// <summary>Those of namespaces, which add up.</summary>
    public IReadOnlyList<SelectedPolicy> Namespaced => this.namespaced;

    /// <summary>The administrators' last word, in the order in which it is asked.</summary>
    public IReadOnlyList<SelectedPolicy> Baseline => this.baseline;

    /// <summary>All of them.</summary>
    public IEnumerable<SelectedPolicy> All => this.admin.Concat(this.namespaced).Concat(this.baseline);

    /// <summary>Whether no policy governs the direction.</summary>
    public bool IsEmpty => this.admin.Count + this.namespaced.Count + this.baseline.Count == 0;

    public void Add(NetworkPolicy policy, PolicySide side, Truth subject)
    {
        var selects = PodTerm.Min(side.Applies, subject);
        if (selects == Truth.No)
        {
            return;
        }

        var tier = policy.Tier switch { PolicyTier.Admin => this.admin, PolicyTier.Baseline => this.baseline, _ => this.namespaced };
        tier.Add(new(policy, side, selects));
        if (policy.Tier != PolicyTier.Namespace)
        {
            tier.Sort((one, other) => one.Policy.Priority.CompareTo(other.Policy.Priority) is not 0 and var order ? order : string.CompareOrdinal(one.Policy.Name, other.Policy.Name));
        }
    }
}
