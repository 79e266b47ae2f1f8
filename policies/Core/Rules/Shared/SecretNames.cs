namespace LlmOpsSecure.Policies.Rules.Shared;

/// <summary>Tells names that announce a secret, and values that only point to one.</summary>
internal static class SecretNames
{
    private static readonly string[] Words = ["password", "passwd", "secret", "token", "apikey", "accesskey", "privatekey", "credential", "connectionstring", "clientsecret", "sastoken", "accountkey"];
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

    /// <summary>Whether a value is a path, a variable, a placeholder or a flag rather than the secret itself.</summary>
    public static bool IsReference(string value) => value.StartsWith('/') || value.StartsWith("$(", StringComparison.Ordinal) || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("{{", StringComparison.Ordinal)
        || value.StartsWith("http", StringComparison.Ordinal) || bool.TryParse(value, out _) || double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _);
}
