using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Pods that no policy tells apart.</summary>
/// <param name="example">One workload with such pods.</param>
/// <param name="selected">The terms that select the pods, or may; all others do not.</param>
internal sealed class PodClass(Workload example, Dictionary<PeerTerm, Truth> selected)
{
    private readonly List<(NetworkPolicy Policy, PolicySide Side, Truth Selects)> ingress = [];
    private readonly List<(NetworkPolicy Policy, PolicySide Side, Truth Selects)> egress = [];

    public Workload Example => example;

    public IReadOnlyDictionary<PeerTerm, Truth> Selected => selected;

    /// <summary>The policies on connections to the pods, with how surely each selects them.</summary>
    public IReadOnlyList<(NetworkPolicy Policy, PolicySide Side, Truth Selects)> Ingress => this.ingress;

    /// <summary>The policies on connections from the pods.</summary>
    public IReadOnlyList<(NetworkPolicy Policy, PolicySide Side, Truth Selects)> Egress => this.egress;

    public void Add(NetworkPolicy policy, Truth subject)
    {
        Add(this.ingress, policy, policy.Ingress, subject);
        Add(this.egress, policy, policy.Egress, subject);
    }

    private static void Add(List<(NetworkPolicy Policy, PolicySide Side, Truth Selects)> list, NetworkPolicy policy, PolicySide side, Truth subject)
    {
        if (PodTerm.Min(side.Applies, subject) is not Truth.No and var selects)
        {
            list.Add((policy, side, selects));
        }
    }
}
