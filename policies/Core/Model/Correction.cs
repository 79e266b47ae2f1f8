namespace LlmOpsSecure.Policies.Model;

/// <summary>A correction that needs no decision: the value that a property must have wherever the policy finds it violated.</summary>
/// <param name="Property">Name of the property: the last step of the violation's path.</param>
/// <param name="Value">The value as JSON.</param>
public sealed record Correction(string Property, string Value);
