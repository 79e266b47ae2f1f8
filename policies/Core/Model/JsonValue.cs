using System.Runtime.InteropServices;
using System.Text.Json;

namespace LlmOpsSecure.Policies.Model;

/// <summary>A text, list or map of a JSON document. It is read when it is first asked for, and kept, because policies ask for the same parts again and again.</summary>
internal sealed class JsonValue : PropertyValue
{
    private readonly JsonElement element;
    private readonly bool isBlinded;
    private object? read;

    private JsonValue(PropertyKind kind, JsonElement element, bool isBlinded)
    {
        this.Kind = kind;
        this.element = element;
        this.isBlinded = isBlinded;
    }

    public override PropertyKind Kind { get; }

    public override string Text => this.Kind == PropertyKind.Text ? (string)(this.read ??= this.element.GetString()!) : "";

    public override IReadOnlyList<PropertyValue> Items => this.Kind == PropertyKind.List ? (PropertyValue[])(this.read ??= this.ReadItems()) : [];

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.Map is { } map ? map.Members : [];

    private MapValue? Map => this.Kind is PropertyKind.Map or PropertyKind.Asset ? (MapValue)(this.read ??= this.ReadMembers()) : null;

    public override PropertyValue Unread => new JsonValue(this.Kind, this.element, this.isBlinded);

    public override PropertyValue? Find(ReadOnlySpan<char> name) => this.Map?.Find(name);

    public static PropertyValue From(JsonElement element, bool isBlinded) => element.ValueKind switch
    {
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => Of(element.GetDouble()),
        JsonValueKind.String => FromText(element, isBlinded),
        JsonValueKind.Array => new JsonValue(PropertyKind.List, element, isBlinded),
        JsonValueKind.Object => FromObject(element, isBlinded),
        _ => Null,
    };

    // The texts that stand for unknown values have 36 characters, and are written between quotes.
    private static PropertyValue FromText(JsonElement text, bool isBlinded)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        return raw.Length == 38 && raw[9] == '-' && Markers.IsUnknown(text.GetString()!) ? Unknown
            : isBlinded && text.ValueEquals("[secret]"u8) ? SecretOf(Unknown)
            : new JsonValue(PropertyKind.Text, text, isBlinded);
    }

    private static PropertyValue FromObject(JsonElement element, bool isBlinded)
    {
        if (!element.TryGetProperty("4dabf18193072939515e22adb298388d"u8, out var signature) || signature.ValueKind != JsonValueKind.String)
        {
            return new JsonValue(PropertyKind.Map, element, isBlinded);
        }

        switch (signature.GetString())
        {
            case Markers.SecretSignature:
                return SecretOf(element.TryGetProperty("value", out var value) ? From(value, isBlinded)
                    : element.TryGetProperty("plaintext", out var plain) && plain.ValueKind == JsonValueKind.String ? ParsePlaintext(plain.GetString()!)
                    : Unknown);
            case Markers.AssetSignature or Markers.ArchiveSignature:
                return new JsonValue(PropertyKind.Asset, element, isBlinded);
            case Markers.ResourceSignature:
                return element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                    ? id.GetString() is { Length: > 0 } ? From(id, isBlinded) : Unknown
                    : element.TryGetProperty("urn", out var urn) ? From(urn, isBlinded) : Unknown;
            case Markers.OutputSignature:
                var inner = element.TryGetProperty("value", out var output) ? From(output, isBlinded) : Unknown;
                return element.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True ? SecretOf(inner) : inner;
            default:
                return new JsonValue(PropertyKind.Map, element, isBlinded);
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

    private PropertyValue[] ReadItems()
    {
        var items = new PropertyValue[this.element.GetArrayLength()];
        var at = 0;
        foreach (var item in this.element.EnumerateArray())
        {
            items[at++] = From(item, this.isBlinded);
        }

        return items;
    }

    private MapValue ReadMembers()
    {
        var members = new KeyValuePair<string, PropertyValue>[this.element.GetPropertyCount()];
        var at = 0;
        foreach (var member in this.element.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(member);
            var name = Names.Find(raw) ?? (raw.Contains((byte)'\\') ? member.Name : Names.Of(raw));
            if (this.Kind != PropertyKind.Asset || name != Markers.SignatureKey)
            {
                members[at++] = new(name, From(member.Value, this.isBlinded));
            }
        }

        return new MapValue(this.Kind, at == members.Length ? members : members[..at]);
    }
}
