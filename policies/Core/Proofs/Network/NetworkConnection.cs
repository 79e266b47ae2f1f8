using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>The connections from one end to another.</summary>
/// <param name="From">Where they start.</param>
/// <param name="To">Where they lead.</param>
/// <param name="Reach">Protocols and destination ports.</param>
public sealed record NetworkConnection(NetworkEnd From, NetworkEnd To, Reach Reach);
