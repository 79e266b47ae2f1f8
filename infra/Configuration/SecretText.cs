using Pulumi;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>A secret of the configuration. It prints as <c>[secret]</c> and leaves only as a secret output.</summary>
public sealed class SecretText(string value)
{
    /// <summary>The value, marked as secret.</summary>
    public Output<string> Reveal() => Output.CreateSecret(value);

    /// <summary>Always <c>[secret]</c>.</summary>
    public override string ToString() => "[secret]";
}
