namespace LlmOpsSecure.Policies.Model;

/// <summary>What a policy has to say about a place in a resource. Saying nothing means that all is well.</summary>
/// <param name="Urn">The resource that the finding is about.</param>
/// <param name="Path">The property path; empty for the resource as a whole.</param>
/// <param name="Message">What is expected and what was found; never a secret value.</param>
public abstract record Finding(string Urn, string Path, string Message);

/// <summary>The resource breaks the policy.</summary>
public sealed record Violation(string Urn, string Path, string Message) : Finding(Urn, Path, Message);

/// <summary>Whether the resource keeps the policy depends on a value that is not known before deployment.</summary>
public sealed record Undetermined(string Urn, string Path, string Message) : Finding(Urn, Path, Message);
