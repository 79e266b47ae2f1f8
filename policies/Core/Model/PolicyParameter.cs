namespace LlmOpsSecure.Policies.Model;

/// <summary>A parameter of a policy.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Schema">The JSON schema of its value.</param>
/// <param name="Default">The value where the settings give none, as JSON.</param>
public sealed record PolicyParameter(string Name, string Description, string Schema, string Default);
