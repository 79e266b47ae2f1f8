using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Providers;

/// <summary>What the Azure provider says of its types and properties. What is not covered says nothing.</summary>
internal static class AzureFacts
{
    private static readonly Lazy<JsonElement> Document = new(Load);

    /// <summary>What is known of a type; null if nothing is.</summary>
    public static JsonElement? Of(string type) => Document.Value.TryGetProperty(type, out var facts) ? facts : null;

    /// <summary>Whether a change at a path such as <c>osDisk.name</c> or <c>ipConfigurations[0].subnetId</c> replaces the resource: the property there, a block around it, or something in the block there that comes or goes with it.</summary>
    public static bool Replaces(string type, string path, PropertyValue old, PropertyValue now)
    {
        var fact = Of(type);
        foreach (var name in Names(path))
        {
            fact = Inner(fact, name);
            if (fact is not { } here)
            {
                return false;
            }

            if (Flag(here, "replaces"))
            {
                return true;
            }
        }

        return fact is { } block && (Within(block, At(old, path)) || Within(block, At(now, path)));
    }

    /// <summary>Whether a difference is none to the provider: a property that is left to its default, or goes back to it, or whose present value the service keeps when nobody sets it any more.</summary>
    public static bool Keeps(string type, string path, PropertyValue old, PropertyValue now)
    {
        var fact = Names(path).Aggregate(Of(type), Inner);
        var (before, after) = (At(old, path), At(now, path));
        return fact is { } known && (before is null) != (after is null)
            && ((after is null && Flag(known, "computed")) || (known.TryGetProperty("default", out var value) && Text(before ?? after!) == (value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText())));
    }

    /// <summary>Whether a fact is stated.</summary>
    public static bool Flag(JsonElement fact, string name) => fact.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>The texts of a fact that is a list.</summary>
    public static IEnumerable<string> Texts(JsonElement fact, string name) => fact.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!) : [];

    private static IEnumerable<string> Names(string path) => path.Split('.').Select(step => step.Split('[')[0]);

    private static JsonElement? Inner(JsonElement? fact, string name) => fact is { } here && here.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var found) ? found : null;

    // A member of a list is at its index; one that is not there is null.
    private static PropertyValue? At(PropertyValue root, string path)
    {
        PropertyValue? value = root;
        foreach (var step in path.Split('.', '['))
        {
            while (value?.Kind == PropertyKind.Secret)
            {
                value = value.Inner;
            }

            value = step.EndsWith(']') ? value is { Kind: PropertyKind.List } list && int.TryParse(step[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count ? list.Items[index] : null : value?[step];
        }

        return value is { Kind: PropertyKind.Null } ? null : value;
    }

    private static bool Within(JsonElement block, PropertyValue? value) => value?.Kind switch
    {
        PropertyKind.Secret => Within(block, value.Inner),
        PropertyKind.List => value.Items.Any(item => Within(block, item)),
        PropertyKind.Map => value.Members.Any(member => Inner(block, member.Key) is { } fact && member.Value.Kind != PropertyKind.Null && (Flag(fact, "replaces") || Within(fact, member.Value))),
        _ => false,
    };

    private static string? Text(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Secret => Text(value.Inner),
        PropertyKind.Text => value.Text,
        PropertyKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
        PropertyKind.Boolean => value.Boolean ? "true" : "false",
        _ => null,
    };

    private static JsonElement Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("azure-facts.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
