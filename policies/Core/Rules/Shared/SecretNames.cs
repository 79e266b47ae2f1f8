using System.Text.RegularExpressions;

namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Tells names that announce a secret, values that are one, and values that only point to one.</summary>
internal static partial class SecretNames
{
    private static readonly string[] Words = ["password", "passwd", "secret", "token", "apikey", "accesskey", "privatekey", "credential", "connectionstring", "clientsecret", "sastoken", "accountkey", "batchkey", "keycontent", "pwd", "passphrase"];
    private static readonly string[] Harmless = ["file", "path", "dir", "name", "url", "uri", "id", "ref", "type", "ttl", "length", "limit", "max", "min", "count", "expiry", "enabled", "budget", "tokens", "tokenizer", "issuer", "audience", "policy", "rotation", "provider"];

    /// <summary>Whether a variable or key of that name holds a secret.</summary>
    public static bool Suspicious(string? name)
    {
        if (name is null)
        {
            return false;
        }

        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Words.Any(word => plain.Contains(word, StringComparison.Ordinal)) && !Harmless.Any(word => plain.EndsWith(word, StringComparison.Ordinal)) && !plain.Contains("maxtoken", StringComparison.Ordinal);
    }

    /// <summary>Whether an entry holds a secret in clear: by its name, unless the value only points to one, or by the value.</summary>
    public static bool IsSecret(string? name, string value) => Value().IsMatch(value) || (value.Length > 0 && Suspicious(name) && !IsReference(value));

    /// <summary>Whether a value is a path, a variable, a placeholder or a flag rather than the secret itself.</summary>
    public static bool IsReference(string value) => value.StartsWith('/') || value.StartsWith("$(", StringComparison.Ordinal) || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("{{", StringComparison.Ordinal)
        || value.StartsWith("http", StringComparison.Ordinal) || bool.TryParse(value, out _) || double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _);

    // What keys and tokens of well-known makers look like.
    [GeneratedRegex(@"---BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|^[Bb]earer +[^ ]{6,}|\beyJ[A-Za-z0-9_-]{10,}\.eyJ|\bgh[posr]_[A-Za-z0-9]{36}|\bglpat-[A-Za-z0-9_-]{20}|\bhf_[A-Za-z0-9]{30,}|\bsk-[A-Za-z0-9_-]{20,}|\bxox[abprs]-[A-Za-z0-9-]{10,}|AccountKey=[A-Za-z0-9+/=]{40,}|\bAIza[0-9A-Za-z_-]{35}", RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
