namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Edges that many identities have alike, kept once: of all pods to all kubelets there would be the product.</summary>
/// <param name="From">Who has the edges.</param>
/// <param name="Edges">The edges.</param>
internal sealed record SharedEdges(IReadOnlyList<AccessIdentity> From, IReadOnlyList<AccessEdge> Edges);
