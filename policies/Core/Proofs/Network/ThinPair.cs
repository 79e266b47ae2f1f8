namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>Two ends that a single layer keeps apart.</summary>
/// <param name="From">Where a connection would start.</param>
/// <param name="To">Where it would lead.</param>
/// <param name="Layer">The only layer that denies it.</param>
public sealed record ThinPair(NetworkEnd From, NetworkEnd To, string Layer);
