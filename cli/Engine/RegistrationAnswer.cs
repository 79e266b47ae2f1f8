using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>What the program is told of a registration.</summary>
/// <param name="Urn">The URN.</param>
/// <param name="Id">The id; empty while it is unknown, and for components.</param>
/// <param name="Outputs">The outputs.</param>
/// <param name="IsStopped">Whether it was refused, or needs something that was: the program goes on with what does not depend on it, and knows none of its values.</param>
internal sealed record RegistrationAnswer(string Urn, string Id, PropertyValue Outputs, bool IsStopped = false);
