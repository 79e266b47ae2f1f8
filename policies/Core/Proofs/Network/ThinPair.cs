namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Two workloads between which nothing passes because of one layer only: one mistake in it opens the way.</summary>
/// <param name="From">Where connections would start.</param>
/// <param name="To">Where they would lead.</param>
/// <param name="Layer">The layer that denies: <c>egress</c> of the one or <c>ingress</c> of the other.</param>
public sealed record ThinPair(Workload From, Workload To, string Layer);
