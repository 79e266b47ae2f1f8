using System.Reflection;
using System.Text.Json;

namespace LlmOpsSecure.Cli.Providers;

/// <summary>The compact provider schemas of <c>sdks/</c>, which tell what a provider answers.</summary>
internal static class ProviderSchemas
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonElement>> Documents = new(Load);

    /// <summary>What the schema says of a resource or function; an undefined element if nothing.</summary>
    public static JsonElement Find(string kind, string token) =>
        Documents.Value.TryGetValue(token.Split(':')[0], out var document) && document.TryGetProperty(kind, out var all) && all.TryGetProperty(token, out var found) ? found : default;

    /// <summary>The schema of a nested type.</summary>
    public static JsonElement Type(string package, string reference) =>
        reference.StartsWith("#/types/", StringComparison.Ordinal) && Documents.Value.TryGetValue(package, out var document) && document.GetProperty("types").TryGetProperty(reference["#/types/".Length..], out var found) ? found : default;

    private static Dictionary<string, JsonElement> Load()
    {
        var documents = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var package in new[] { "azure", "kubernetes", "tls" })
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"schema.{package}.json")!;
            using var document = JsonDocument.Parse(stream);
            documents[package] = document.RootElement.Clone();
        }

        return documents;
    }
}
