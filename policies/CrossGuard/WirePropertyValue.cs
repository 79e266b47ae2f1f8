using System.Text;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.CrossGuard;

/// <summary>A list, map, text or asset of the wire, decoded when it is asked for.</summary>
internal sealed class WirePropertyValue : PropertyValue
{
    /// <summary>How deep values may lie: beyond what any provider takes, and within what a recursive reader's stack holds.</summary>
    public const int MaxDepth = 1_000;

    private readonly WireValue value;
    private readonly int depth;
    private IReadOnlyList<PropertyValue>? items;
    private PropertyValue? map;
    private string? text;

    private WirePropertyValue(PropertyKind kind, WireValue value, int depth)
        : base(kind)
    {
        this.value = value;
        this.depth = depth;
    }

    public override string Text => this.Kind == PropertyKind.Text ? this.text ??= this.value.Text : "";

    /// <summary>The text by which the sender said that the value is unknown, so that it goes back as it came.</summary>
    public string? Sentinel => this.Kind == PropertyKind.Unknown ? this.value.Text : null;

    /// <summary>Whether an asset is an archive.</summary>
    public bool IsArchive { get; private init; }

    public override IReadOnlyList<PropertyValue> Items => this.Kind == PropertyKind.List ? this.items ??= this.ReadItems() : [];

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.Kind is PropertyKind.Map or PropertyKind.Asset ? this.Map.Members : [];

    private PropertyValue Map => this.map ??= MapOf(this.ReadMembers());

    public override PropertyValue? Find(ReadOnlySpan<char> name) => this.Kind is PropertyKind.Map or PropertyKind.Asset ? this.Map.Find(name) : null;

    /// <summary>The value, at a depth below the map of all properties; deeper than <see cref="MaxDepth"/> throws <see cref="InvalidDataException"/>.</summary>
    public static PropertyValue From(WireValue value, int depth = 0) => value.Kind switch
    {
        _ when depth > MaxDepth => throw new InvalidDataException($"A property value must be nested at most {MaxDepth} levels deep."),
        WireKind.Boolean => Of(value.Boolean),
        WireKind.Number => Of(value.Number),
        WireKind.Text => IsUnknown(value.Utf8) ? new WirePropertyValue(PropertyKind.Unknown, value, depth) : new WirePropertyValue(PropertyKind.Text, value, depth),
        WireKind.List => new WirePropertyValue(PropertyKind.List, value, depth),
        WireKind.Map => FromMap(value, depth),
        _ => Null,
    };

    private static PropertyValue FromMap(WireValue map, int depth)
    {
        string? signature = null;
        WireValue inner = default, id = default, urn = default;
        var (hasValue, hasId, secret) = (false, false, false);
        foreach (var member in map.Members)
        {
            var name = member.Name.Span;
            if (name.SequenceEqual("4dabf18193072939515e22adb298388d"u8))
            {
                signature = member.Value.Kind == WireKind.Text ? member.Value.Text : null;
            }
            else if (name.SequenceEqual("value"u8))
            {
                (inner, hasValue) = (member.Value, true);
            }
            else if (name.SequenceEqual("id"u8))
            {
                (id, hasId) = (member.Value, true);
            }
            else if (name.SequenceEqual("urn"u8))
            {
                urn = member.Value;
            }
            else if (name.SequenceEqual("secret"u8))
            {
                secret = member.Value.Boolean;
            }
        }

        switch (signature)
        {
            case Signatures.Secret:
                return SecretOf(hasValue ? From(inner, depth + 1) : Unknown);
            case Signatures.Asset or Signatures.Archive:
                return new WirePropertyValue(PropertyKind.Asset, map, depth) { IsArchive = signature == Signatures.Archive };
            case Signatures.Resource:
                return hasId ? id.Utf8.IsEmpty ? Unknown : From(id, depth + 1) : From(urn, depth + 1);
            case Signatures.Output:
                var known = hasValue ? From(inner, depth + 1) : Unknown;
                return secret ? SecretOf(known) : known;
            default:
                return new WirePropertyValue(PropertyKind.Map, map, depth);
        }
    }

    private static bool IsUnknown(ReadOnlySpan<byte> utf8) => utf8.Length == 36 && utf8[8] == '-' && Markers.IsUnknown(Encoding.UTF8.GetString(utf8));

    private List<PropertyValue> ReadItems()
    {
        var read = new List<PropertyValue>();
        foreach (var item in this.value.Items)
        {
            read.Add(From(item, this.depth + 1));
        }

        return read;
    }

    private List<KeyValuePair<string, PropertyValue>> ReadMembers()
    {
        var read = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var member in this.value.Members)
        {
            if (this.Kind != PropertyKind.Asset || !member.Name.Span.SequenceEqual("4dabf18193072939515e22adb298388d"u8))
            {
                read.Add(new(Names.Of(member.Name.Span), From(member.Value, this.depth + 1)));
            }
        }

        return read;
    }
}
