using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>A word of a command line.</summary>
/// <param name="Text">The word; null while it is not known.</param>
/// <param name="Place">The entry of <c>command</c> or <c>args</c> that it comes from.</param>
internal readonly record struct CommandWord(string? Text, Field Place);
