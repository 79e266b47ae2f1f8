namespace LlmOpsSecure.Infra.Configuration;

/// <summary>One value of the stack's configuration that cannot be used.</summary>
/// <param name="Key">The full key with its path, such as <c>llmops:network.addressSpace</c>.</param>
/// <param name="Value">The value as found; <c>[secret]</c> for a secret, <c>missing</c> where there is none.</param>
/// <param name="Allowed">What is allowed, as the end of a sentence that begins with "must".</param>
public sealed record SettingError(string Key, string Value, string Allowed)
{
    /// <summary>The error as one sentence.</summary>
    public override string ToString() => $"{Key} must {Allowed}, but is {Value}";
}
