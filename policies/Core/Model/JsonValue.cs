using System.Text.Json;

namespace LlmOpsSecure.Policies.Model;

/// <summary>A list or map read from a JSON document on demand.</summary>
internal sealed class JsonValue : PropertyValue
{
    private readonly JsonElement element;
    private IReadOnlyList<PropertyValue>? items;
    private IReadOnlyList<KeyValuePair<string, PropertyValue>>? members;

    private JsonValue(PropertyKind kind, JsonElement element)
    {
        this.Kind = kind;
        this.element = element;
    }

    public override PropertyKind Kind { get; }

    public override IReadOnlyList<PropertyValue> Items => this.Kind == PropertyKind.List ? this.items ??= [.. this.element.EnumerateArray().Select(From)] : [];

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.Kind == PropertyKind.List ? [] : this.members ??= this.ReadMembers();

    public override PropertyValue? this[string name] =>
        this.Kind != PropertyKind.List && this.element.TryGetProperty(name, out var value) ? From(value) : null;

    public static PropertyValue From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => Of(element.GetDouble()),
        JsonValueKind.String when element.GetString() is { } text => Markers.IsUnknown(text) ? Unknown : Of(text),
        JsonValueKind.Array => new JsonValue(PropertyKind.List, element),
        JsonValueKind.Object => FromObject(element),
        _ => Null,
    };

    private static PropertyValue FromObject(JsonElement element)
    {
        if (!element.TryGetProperty(Markers.SignatureKey, out var signature) || signature.ValueKind != JsonValueKind.String)
        {
            return new JsonValue(PropertyKind.Map, element);
        }

        switch (signature.GetString())
        {
            case Markers.SecretSignature:
                return SecretOf(element.TryGetProperty("value", out var value) ? From(value)
                    : element.TryGetProperty("plaintext", out var plain) && plain.ValueKind == JsonValueKind.String ? ParsePlaintext(plain.GetString()!)
                    : Unknown);
            case Markers.AssetSignature or Markers.ArchiveSignature:
                return new JsonValue(PropertyKind.Asset, element);
            case Markers.ResourceSignature:
                return element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                    ? id.GetString() is { Length: > 0 } text ? From(id) : Unknown
                    : element.TryGetProperty("urn", out var urn) ? From(urn) : Unknown;
            case Markers.OutputSignature:
                var inner = element.TryGetProperty("value", out var output) ? From(output) : Unknown;
                return element.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True ? SecretOf(inner) : inner;
            default:
                return new JsonValue(PropertyKind.Map, element);
        }
    }

    private static PropertyValue ParsePlaintext(string json)
    {
        try
        {
            return Parse(json);
        }
        catch (JsonException)
        {
            return Unknown; // a secret whose text is broken hides a value that nobody knows
        }
    }

    private List<KeyValuePair<string, PropertyValue>> ReadMembers()
    {
        var read = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var member in this.element.EnumerateObject())
        {
            if (this.Kind != PropertyKind.Asset || member.Name != Markers.SignatureKey)
            {
                read.Add(new(member.Name, From(member.Value)));
            }
        }

        return read;
    }
}
