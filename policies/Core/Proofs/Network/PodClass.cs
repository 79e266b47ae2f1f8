using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>A policy on connections of some pods in one direction.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Side">What it says of the direction.</param>
/// <param name="Selects">How surely it selects the pods.</param>
internal sealed record SelectedPolicy(NetworkPolicy Policy, PolicySide Side, Truth Selects);

/// <summary>Pods that no policy tells apart.</summary>
/// <param name="example">One workload with such pods.</param>
/// <param name="selected">The terms that select the pods, or may; all others do not.</param>
internal sealed class PodClass(Workload example, Dictionary<PeerTerm, Truth> selected)
{
    public Workload Example => example;

    public IReadOnlyDictionary<PeerTerm, Truth> Selected => selected;

    /// <summary>The policies on connections to the pods.</summary>
    public TieredPolicies Ingress { get; } = new();

    /// <summary>The policies on connections from the pods.</summary>
    public TieredPolicies Egress { get; } = new();

    public void Add(NetworkPolicy policy, Truth subject)
    {
        this.Ingress.Add(policy, policy.Ingress, subject);
        this.Egress.Add(policy, policy.Egress, subject);
    }
}
