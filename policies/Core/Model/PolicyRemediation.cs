namespace LlmOpsSecure.Policies.Model;

/// <summary>A correction of a resource.</summary>
/// <param name="Policy">The policy that corrects.</param>
/// <param name="Properties">All properties as they are to be; null if the policy failed.</param>
/// <param name="Problem">Why there is no correction; null if there is one.</param>
public sealed record PolicyRemediation(PolicyInfo Policy, PropertyValue? Properties, string? Problem);
