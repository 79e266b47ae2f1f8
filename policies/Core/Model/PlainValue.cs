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
internal sealed class MapValue : PropertyValue
{
    private const int Few = 16; // of so many names, looking at each is faster than an index

    private readonly KeyValuePair<string, PropertyValue>[] members;
    private readonly Dictionary<string, int>? index;

    /// <summary>A map of the members, which it takes over; a name that comes twice keeps its first place and its last value.</summary>
    public MapValue(PropertyKind kind, KeyValuePair<string, PropertyValue>[] members)
        : base(kind)
    {
        this.members = members;
        this.index = members.Length > Few ? new(members.Length, StringComparer.Ordinal) : null;
        var count = 0;
        foreach (var member in members)
        {
            if (this.PositionOf(member.Key, count) is >= 0 and var at)
            {
                members[at] = member;
                continue;
            }

            this.index?.Add(member.Key, count);
            members[count++] = member;
        }

        Array.Resize(ref this.members, count);
    }

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.members;

    public override PropertyValue? Find(ReadOnlySpan<char> name) => this.PositionOf(name, this.members.Length) is >= 0 and var at ? this.members[at].Value : null;

    private int PositionOf(ReadOnlySpan<char> name, int count)
    {
        if (this.index is not null)
        {
            return this.index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : -1;
        }

        for (var at = 0; at < count; at++)
        {
            if (name.SequenceEqual(this.members[at].Key))
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>A secret held in memory.</summary>
internal sealed class SecretValue(PropertyValue inner) : PropertyValue(PropertyKind.Secret)
{
    public override PropertyValue Inner => inner;
}
