using System.Runtime.InteropServices;
using System.Text.Json;

namespace LlmOpsSecure.Policies.Model;

/// <summary>A text, list or map of a JSON document. It is read when it is first asked for, and kept, because policies ask for the same parts again and again.</summary>
internal sealed class JsonValue : PropertyValue
{
    private readonly JsonElement element;
    private readonly Special special;
    private object? read;

    private JsonValue(PropertyKind kind, JsonElement element, Special special)
        : base(kind)
    {
        this.element = element;
        this.special = special;
    }

    public override string Text => this.Kind == PropertyKind.Text ? (string)(this.read ??= this.element.GetString()!) : "";

    public override IReadOnlyList<PropertyValue> Items => this.Kind == PropertyKind.List ? (PropertyValue[])(this.read ??= this.ReadItems()) : [];

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.Map is { } map ? map.Members : [];

    private MapValue? Map => this.Kind is PropertyKind.Map or PropertyKind.Asset ? (MapValue)(this.read ??= this.ReadMembers()) : null;

    public override PropertyValue Unread => new JsonValue(this.Kind, this.element, this.special);

    public override PropertyValue? Find(ReadOnlySpan<char> name) => this.Map?.Find(name);

    // What may stand for something else in a value: looked for once for all that lies in it.
    [Flags]
    private enum Special
    {
        None = 0,
        Signatures = 1,
        BlindedSecrets = 2,
    }

    public static PropertyValue From(JsonElement element, bool isBlinded)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return From(element, (isBlinded ? Special.BlindedSecrets : Special.None) | (raw.IndexOf(SignatureKey) >= 0 || raw.Contains((byte)'\\') ? Special.Signatures : Special.None));
    }

    private static ReadOnlySpan<byte> SignatureKey => "4dabf18193072939515e22adb298388d"u8;

    private static PropertyValue From(JsonElement element, Special special) => element.ValueKind switch
    {
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => Of(element.GetDouble()),
        JsonValueKind.String => FromText(element, special),
        JsonValueKind.Array => new JsonValue(PropertyKind.List, element, special),
        JsonValueKind.Object => special.HasFlag(Special.Signatures) ? FromObject(element, special) : new JsonValue(PropertyKind.Map, element, special),
        _ => Null,
    };

    // The texts that stand for unknown values have 36 characters, and are written between quotes.
    private static PropertyValue FromText(JsonElement text, Special special)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        return raw.Length == 38 && raw[9] == '-' && Markers.IsUnknown(text.GetString()!) ? Unknown
            : special.HasFlag(Special.BlindedSecrets) && text.ValueEquals("[secret]"u8) ? SecretOf(Unknown)
            : new JsonValue(PropertyKind.Text, text, special);
    }

    private static PropertyValue FromObject(JsonElement element, Special special)
    {
        if (!element.TryGetProperty(SignatureKey, out var signature) || signature.ValueKind != JsonValueKind.String)
        {
            return new JsonValue(PropertyKind.Map, element, special);
        }

        switch (signature.GetString())
        {
            case Markers.SecretSignature:
                return SecretOf(element.TryGetProperty("value", out var value) ? From(value, special)
                    : element.TryGetProperty("plaintext", out var plain) && plain.ValueKind == JsonValueKind.String ? ParsePlaintext(plain.GetString()!)
                    : Unknown);
            case Markers.AssetSignature or Markers.ArchiveSignature:
                return new JsonValue(PropertyKind.Asset, element, special);
            case Markers.ResourceSignature:
                return element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                    ? id.GetString() is { Length: > 0 } ? From(id, special) : Unknown
                    : element.TryGetProperty("urn", out var urn) ? From(urn, special) : Unknown;
            case Markers.OutputSignature:
                var inner = element.TryGetProperty("value", out var output) ? From(output, special) : Unknown;
                return element.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True ? SecretOf(inner) : inner;
            default:
                return new JsonValue(PropertyKind.Map, element, special);
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
            items[at++] = From(item, this.special);
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
                members[at++] = new(name, From(member.Value, this.special));
            }
        }

        return new MapValue(this.Kind, at == members.Length ? members : members[..at]);
    }
}
