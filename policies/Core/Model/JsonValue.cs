using System.Runtime.InteropServices;
using System.Text.Json;

namespace LlmOpsSecure.Policies.Model;

/// <summary>Reads values of a JSON document: maps and lists when they are first asked for, because most are never asked for.</summary>
internal static class JsonValue
{
    // What may stand for something else in a value: looked for once for all that lies in it.
    [Flags]
    internal enum Special
    {
        None = 0,
        Signatures = 1,
        BlindedSecrets = 2,
    }

    private static ReadOnlySpan<byte> SignatureKey => "4dabf18193072939515e22adb298388d"u8;

    public static PropertyValue From(JsonElement element, bool isBlinded)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return From(element, (isBlinded ? Special.BlindedSecrets : Special.None) | (raw.IndexOf(SignatureKey) >= 0 || raw.Contains((byte)'\\') ? Special.Signatures : Special.None));
    }

    internal static PropertyValue From(JsonElement element, Special special) => element.ValueKind switch
    {
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.String when special.HasFlag(Special.BlindedSecrets) && element.ValueEquals("[secret]"u8) => PropertyValue.SecretOf(PropertyValue.Unknown),
        JsonValueKind.Number or JsonValueKind.String => JsonScalars.Of(element),
        JsonValueKind.Array => new JsonList(element, special),
        JsonValueKind.Object => special.HasFlag(Special.Signatures) ? FromObject(element, special) : new JsonMap(PropertyKind.Map, element, special),
        _ => PropertyValue.Null,
    };

    private static PropertyValue FromObject(JsonElement element, Special special)
    {
        if (!element.TryGetProperty(SignatureKey, out var signature) || signature.ValueKind != JsonValueKind.String)
        {
            return new JsonMap(PropertyKind.Map, element, special);
        }

        switch (signature.GetString())
        {
            case Markers.SecretSignature:
                return PropertyValue.SecretOf(element.TryGetProperty("value", out var value) ? From(value, special)
                    : element.TryGetProperty("plaintext", out var plain) && plain.ValueKind == JsonValueKind.String ? ParsePlaintext(plain.GetString()!)
                    : PropertyValue.Unknown);
            case Markers.AssetSignature or Markers.ArchiveSignature:
                return new JsonMap(PropertyKind.Asset, element, special);
            case Markers.ResourceSignature:
                return element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                    ? id.GetString() is { Length: > 0 } ? From(id, special) : PropertyValue.Unknown
                    : element.TryGetProperty("urn", out var urn) ? From(urn, special) : PropertyValue.Unknown;
            case Markers.OutputSignature:
                var inner = element.TryGetProperty("value", out var output) ? From(output, special) : PropertyValue.Unknown;
                return element.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True ? PropertyValue.SecretOf(inner) : inner;
            default:
                return new JsonMap(PropertyKind.Map, element, special);
        }
    }

    private static PropertyValue ParsePlaintext(string json)
    {
        try
        {
            return PropertyValue.Parse(json);
        }
        catch (JsonException)
        {
            return PropertyValue.Unknown; // a secret whose text is broken hides a value that nobody knows
        }
    }
}

/// <summary>A list of a JSON document. Its items are kept, because policies ask for the same parts again and again.</summary>
internal sealed class JsonList(JsonElement element, JsonValue.Special special) : PropertyValue(PropertyKind.List)
{
    private readonly JsonElement element = element;
    private readonly JsonValue.Special special = special;
    private PropertyValue[]? items;

    public override IReadOnlyList<PropertyValue> Items => this.items ??= this.Read();

    public override PropertyValue Unread => new JsonList(this.element, this.special);

    private PropertyValue[] Read()
    {
        var read = new PropertyValue[this.element.GetArrayLength()];
        var at = 0;
        foreach (var item in this.element.EnumerateArray())
        {
            read[at++] = JsonValue.From(item, this.special);
        }

        return read;
    }
}

/// <summary>A map or asset of a JSON document. Its members are kept, because policies ask for the same parts again and again.</summary>
internal sealed class JsonMap(PropertyKind kind, JsonElement element, JsonValue.Special special) : PropertyValue(kind)
{
    private readonly JsonElement element = element;
    private readonly JsonValue.Special special = special;
    private MemberTable table;

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.Table.Members;

    public override PropertyValue Unread => new JsonMap(this.Kind, this.element, this.special);

    private MemberTable Table => this.table.IsMade ? this.table : this.table = new(this.Read());

    public override PropertyValue? Find(ReadOnlySpan<char> name) => this.Table.Find(name);

    private KeyValuePair<string, PropertyValue>[] Read()
    {
        var members = new KeyValuePair<string, PropertyValue>[this.element.GetPropertyCount()];
        var at = 0;
        foreach (var member in this.element.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(member);
            var name = Names.Find(raw) ?? (raw.Contains((byte)'\\') ? member.Name : Names.Of(raw));
            if (this.Kind != PropertyKind.Asset || name != Markers.SignatureKey)
            {
                members[at++] = new(name, JsonValue.From(member.Value, this.special));
            }
        }

        return at == members.Length ? members : members[..at];
    }
}
