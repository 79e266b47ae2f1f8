using System.Collections.Immutable;

namespace LlmOpsSecure.Policies.Model;

/// <summary>A value without parts.</summary>
internal sealed class PlainValue(PropertyKind kind, double number = 0, string text = "") : PropertyValue
{
    public override PropertyKind Kind => kind;

    public override bool Boolean => kind == PropertyKind.Boolean && number != 0;

    public override double Number => kind == PropertyKind.Number ? number : 0;

    public override string Text => text;
}

/// <summary>A list held in memory.</summary>
internal sealed class ListValue(ImmutableArray<PropertyValue> items) : PropertyValue
{
    public override PropertyKind Kind => PropertyKind.List;

    public override IReadOnlyList<PropertyValue> Items => items;
}

/// <summary>A map or asset held in memory.</summary>
internal sealed class MapValue : PropertyValue
{
    private readonly List<KeyValuePair<string, PropertyValue>> members = [];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

    public MapValue(PropertyKind kind, IEnumerable<KeyValuePair<string, PropertyValue>> members)
    {
        this.Kind = kind;
        foreach (var member in members)
        {
            if (this.index.TryGetValue(member.Key, out var at))
            {
                this.members[at] = member;
            }
            else
            {
                this.index[member.Key] = this.members.Count;
                this.members.Add(member);
            }
        }
    }

    public override PropertyKind Kind { get; }

    public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members => this.members;

    public override PropertyValue? this[string name] => this.index.TryGetValue(name, out var at) ? this.members[at].Value : null;
}

/// <summary>A secret held in memory.</summary>
internal sealed class SecretValue(PropertyValue inner) : PropertyValue
{
    public override PropertyKind Kind => PropertyKind.Secret;

    public override PropertyValue Inner => inner;
}
