using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>A correction of a resource.</summary>
/// <param name="Policy">The policy that corrects.</param>
/// <param name="Properties">All properties as they are to be; null if the policy could not tell.</param>
/// <param name="Problem">Why there is no correction; null if there is one.</param>
internal sealed record Correction(string Policy, PropertyValue? Properties, string? Problem);
