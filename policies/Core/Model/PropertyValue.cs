using System.Collections.Immutable;
using System.Text.Json;

namespace LlmOpsSecure.Policies.Model;

/// <summary>
/// A property value of a resource, as it came: from the wire, from a state or preview document, or from a manifest. Values are immutable, and
/// implementations read their source on demand, so that a policy pays only for what it asks.
/// </summary>
/// <param name="kind">What the value is.</param>
public abstract class PropertyValue(PropertyKind kind)
{
    /// <summary>The explicit null.</summary>
    public static PropertyValue Null { get; } = new PlainValue(PropertyKind.Null);

    /// <summary>A value that is not known before deployment.</summary>
    public static PropertyValue Unknown { get; } = new PlainValue(PropertyKind.Unknown);

    private static PropertyValue True { get; } = new PlainValue(PropertyKind.Boolean, number: 1);

    private static PropertyValue False { get; } = new PlainValue(PropertyKind.Boolean);

    /// <summary>What the value is.</summary>
    public PropertyKind Kind { get; } = kind;

    /// <summary>The truth value; false for other kinds.</summary>
    public virtual bool Boolean => false;

    /// <summary>The number; 0 for other kinds.</summary>
    public virtual double Number => 0;

    /// <summary>The text; empty for other kinds.</summary>
    public virtual string Text => "";

    /// <summary>The items of a list, in order; empty for other kinds.</summary>
    public virtual IReadOnlyList<PropertyValue> Items => [];

    /// <summary>The members of a map or asset, in the order of the source; empty for other kinds.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => [];

    /// <summary>What a secret hides; the value itself for other kinds.</summary>
    public virtual PropertyValue Inner => this;

    /// <summary>The member of that name of a map or asset; null where there is none, and for other kinds.</summary>
    public PropertyValue? this[string name] => this.Find(name);

    /// <summary>The member of that name of a map or asset; null where there is none, and for other kinds.</summary>
    public virtual PropertyValue? Find(ReadOnlySpan<char> name) => null;

    /// <summary>true or false.</summary>
    public static PropertyValue Of(bool value) => value ? True : False;

    /// <summary>A number.</summary>
    public static PropertyValue Of(double value) => new PlainValue(PropertyKind.Number, number: value);

    /// <summary>Text; <see cref="Null"/> for null.</summary>
    public static PropertyValue Of(string? value) => value is null ? Null : new PlainValue(PropertyKind.Text, text: value);

    /// <summary>A list of the items, in order.</summary>
    public static PropertyValue ListOf(IEnumerable<PropertyValue> items) => new ListValue(items.ToImmutableArray());

    /// <summary>A map of the members; a name that comes twice keeps its last value.</summary>
    public static PropertyValue MapOf(IEnumerable<KeyValuePair<string, PropertyValue>> members) => new MapValue(PropertyKind.Map, [.. members]);

    /// <summary>An asset or archive with these members.</summary>
    public static PropertyValue AssetOf(IEnumerable<KeyValuePair<string, PropertyValue>> members) => new MapValue(PropertyKind.Asset, [.. members]);

    /// <summary>A secret around a value; a secret stays one secret however often it is wrapped.</summary>
    public static PropertyValue SecretOf(PropertyValue value) => value.Kind == PropertyKind.Secret ? value : new SecretValue(value);

    /// <summary>The value of a JSON text in Pulumi's form: secrets, assets and unknowns are recognised by their signatures. Malformed JSON throws <see cref="JsonException"/>.</summary>
    public static PropertyValue Parse(string json) => FromJson(JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 }).RootElement);

    /// <summary>The value of a JSON element in Pulumi's form; the element's document must outlive the value.</summary>
    /// <param name="element">The element.</param>
    /// <param name="isBlinded">Whether secrets are blinded: the text <c>[secret]</c> counts as a secret that is not known.</param>
    public static PropertyValue FromJson(JsonElement element, bool isBlinded = false) => JsonValue.From(element, isBlinded);

    /// <summary>The same value with nothing of it read yet: whoever lets go of it lets go of what was read. The value itself where it is held in memory anyway.</summary>
    public virtual PropertyValue Unread => this;
}
