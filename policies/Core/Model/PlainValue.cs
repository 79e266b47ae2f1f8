using System.Collections.Immutable;

namespace LlmOpsSecure.Policies.Model;

/// <summary>A value without parts.</summary>
internal sealed class PlainValue(PropertyKind kind, double number = 0, string text = "") : PropertyValue(kind)
{
    public override bool Boolean => this.Kind == PropertyKind.Boolean && number != 0;

    public override double Number => this.Kind == PropertyKind.Number ? number : 0;

    public override string Text => text;
}

/// <summary>A list held in memory.</summary>
internal sealed class ListValue(ImmutableArray<PropertyValue> items) : PropertyValue(PropertyKind.List)
{
    public override IReadOnlyList<PropertyValue> Items => items;
}

/// <summary>A map or asset held in memory.</summary>
internal sealed class MapValue(PropertyKind kind, KeyValuePair<string, PropertyValue>[] members) : PropertyValue(kind)
{
    private readonly MemberTable table = new(members);

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.table.Members;

    public override PropertyValue? Find(ReadOnlySpan<char> name) => this.table.Find(name);
}

/// <summary>A secret held in memory.</summary>
internal sealed class SecretValue(PropertyValue inner) : PropertyValue(PropertyKind.Secret)
{
    public override PropertyValue Inner => inner;
}
