using System.Text;
using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>What a machine is given at its first start: a text, often in Base64.</summary>
internal static partial class InitData
{
    /// <summary>Whether something in it looks like a password or a key that is written out.</summary>
    public static bool HoldsSecret(string? text) => text is not null && (Assignment().IsMatch(text) || Assignment().IsMatch(Decoded(text)));

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }

    // A value in braces or after a dollar sign is a reference, not a secret.
    [GeneratedRegex("""(password|passwd|secret|api_?key|access_?key|token)["'\\]*\s*[=:]\s*["'\\]*[^\s"'${<\\]{6,}|AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
