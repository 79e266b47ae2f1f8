using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>
/// Property values as the engine keeps them: decoded once, with a bound on nesting. References to resources, assets and archives stay maps that carry their signature, so that they go back to the program and
/// into the state as they came; only who judges a resource sees a reference as the id it stands for.
/// </summary>
internal static class EngineValues
{
    /// <summary>The deepest nesting that is taken; deeper values are refused.</summary>
    public const int MaxDepth = 200;

    private static readonly string[] KeptSignatures = [Signatures.Asset, Signatures.Archive, Signatures.Resource];

    /// <summary>The empty map.</summary>
    public static PropertyValue Empty { get; } = PropertyValue.MapOf([]);

    /// <summary>Decodes a serialised <c>google.protobuf.Struct</c>. Malformed or too deeply nested values throw <see cref="InvalidDataException"/>.</summary>
    public static PropertyValue FromStruct(ReadOnlyMemory<byte> message) => From(WireValue.FromStruct(message), 0) is { Kind: PropertyKind.Map } map ? map : Empty;

    /// <summary>Decodes a serialised <c>google.protobuf.Value</c>, as <see cref="FromStruct"/>.</summary>
    public static PropertyValue FromValue(ReadOnlyMemory<byte> message) => From(WireValue.FromValue(message), 0);

    /// <summary>Reads a value of a state; <paramref name="decrypt"/> opens a secret, or gives null where it cannot.</summary>
    public static PropertyValue FromJson(JsonElement element, Func<string, PropertyValue?> decrypt)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when SignatureOf(element) is { } signature && !KeptSignatures.Contains(signature):
                return signature == Signatures.Secret && Text("ciphertext") is { } cipher ? PropertyValue.SecretOf(decrypt(cipher) ?? PropertyValue.Unknown)
                    : signature == Signatures.Secret && Text("plaintext") is { } json ? PropertyValue.SecretOf(ParseSecret(json))
                    : PropertyValue.FromJson(element);
            case JsonValueKind.Object:
                return PropertyValue.MapOf(element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, FromJson(member.Value, decrypt))));
            case JsonValueKind.Array:
                return PropertyValue.ListOf(element.EnumerateArray().Select(item => FromJson(item, decrypt)));
            default:
                return PropertyValue.FromJson(element);
        }

        string? Text(string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>The value of the JSON text that a secret of a state hides; unknown where the text is broken.</summary>
    public static PropertyValue ParseSecret(string json)
    {
        try
        {
            return FromJson(InputFile.ParseJson("the secret", Encoding.UTF8.GetBytes(json)), _ => null);
        }
        catch (InputException)
        {
            return PropertyValue.Unknown; // nobody knows what it was; comparing treats it as it was
        }
    }

    /// <summary>The value as whoever judges it sees it: a reference is the id it stands for, or the URN of a component.</summary>
    public static PropertyValue Flatten(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Map when value[Signatures.Key]?.Text == Signatures.Resource => value["id"] is { } id ? id is { Kind: PropertyKind.Text, Text.Length: 0 } ? PropertyValue.Unknown : id : value["urn"] ?? PropertyValue.Unknown,
        PropertyKind.Map => PropertyValue.MapOf(value.Members.Select(member => KeyValuePair.Create(member.Key, Flatten(member.Value)))),
        PropertyKind.List => PropertyValue.ListOf(value.Items.Select(Flatten)),
        PropertyKind.Secret => PropertyValue.SecretOf(Flatten(value.Inner)),
        _ => value,
    };

    /// <summary>The map without the members that providers and engine keep for themselves.</summary>
    public static PropertyValue WithoutInternals(PropertyValue map) => map.Members.Any(IsInternal) ? PropertyValue.MapOf(map.Members.Where(member => !IsInternal(member))) : map;

    /// <summary>Whether the value, or any value in it, is not known.</summary>
    public static bool HasUnknown(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Unknown => true,
        PropertyKind.Secret => HasUnknown(value.Inner),
        PropertyKind.List => value.Items.Any(HasUnknown),
        PropertyKind.Map or PropertyKind.Asset => value.Members.Any(member => HasUnknown(member.Value)),
        _ => false,
    };

    /// <summary>The map with one member set.</summary>
    public static PropertyValue With(PropertyValue map, string name, PropertyValue value) =>
        map[name] is null ? PropertyValue.MapOf([.. map.Members, KeyValuePair.Create(name, value)]) : PropertyValue.MapOf(map.Members.Select(member => member.Key == name ? KeyValuePair.Create(name, value) : member));

    private static bool IsInternal(KeyValuePair<string, PropertyValue> member) => member.Key.StartsWith("__", StringComparison.Ordinal);

    private static string? SignatureOf(JsonElement element) => element.TryGetProperty(Signatures.Key, out var signature) && signature.ValueKind == JsonValueKind.String ? signature.GetString() : null;

    private static PropertyValue From(WireValue value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException($"A property value must be nested at most {MaxDepth} levels deep.");
        }

        switch (value.Kind)
        {
            case WireKind.Boolean:
                return PropertyValue.Of(value.Boolean);
            case WireKind.Number:
                return PropertyValue.Of(value.Number);
            case WireKind.Text:
                var text = value.Text;
                return Markers.IsUnknown(text) ? PropertyValue.Unknown : PropertyValue.Of(text);
            case WireKind.List:
                var items = new List<PropertyValue>();
                foreach (var item in value.Items)
                {
                    items.Add(From(item, depth + 1));
                }

                return PropertyValue.ListOf(items);
            case WireKind.Map:
                var members = new List<KeyValuePair<string, PropertyValue>>();
                foreach (var member in value.Members)
                {
                    members.Add(new(Encoding.UTF8.GetString(member.Name.Span), From(member.Value, depth + 1)));
                }

                return Special(PropertyValue.MapOf(members));
            default:
                return PropertyValue.Null;
        }
    }

    private static PropertyValue Special(PropertyValue map)
    {
        switch (map[Signatures.Key]?.Text)
        {
            case Signatures.Secret:
                return PropertyValue.SecretOf(map["value"] ?? PropertyValue.Unknown);
            case Signatures.Output:
                var known = map["value"] ?? PropertyValue.Unknown;
                return map["secret"] is { Boolean: true } ? PropertyValue.SecretOf(known) : known;
            case Signatures.Asset when map["hash"] is null && map["text"] is { Kind: PropertyKind.Text } text:
                // The engine says by a hash what an asset holds, so that a change of the content is a change of the value.
                return With(map, "hash", PropertyValue.Of(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)))));
            default:
                return map;
        }
    }
}
