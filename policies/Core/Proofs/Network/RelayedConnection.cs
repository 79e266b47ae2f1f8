using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Network;

/// <summary>What a workload reaches because a relay asks for it.</summary>
/// <param name="From">The workload that asks.</param>
/// <param name="To">Where the relay's connection leads.</param>
/// <param name="Through">The relay.</param>
/// <param name="Reach">Protocols and ports of the relay's connection; not known where the relay has no list in the stack.</param>
public sealed record RelayedConnection(NetworkEnd From, NetworkEnd To, Workload Through, Reach Reach);
