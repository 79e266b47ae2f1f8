using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>One identity can act as another.</summary>
/// <param name="To">The other.</param>
/// <param name="Why">What lets it, after the word "by".</param>
/// <param name="Holds">Whether that is certain.</param>
internal sealed record AccessEdge(AccessIdentity To, string Why, Truth Holds);
