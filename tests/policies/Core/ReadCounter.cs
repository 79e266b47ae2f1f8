using System.Collections;
using System.Diagnostics.CodeAnalysis;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Tests;

/// <summary>Counts how often properties and dependencies of resources are read.</summary>
internal sealed class ReadCounter
{
    /// <summary>The reads so far.</summary>
    public long Count { get; private set; }

    /// <summary>The same resource, whose reads are counted.</summary>
    public Resource Counted(Resource resource) => new()
    {
        Type = resource.Type,
        Name = resource.Name,
        Urn = resource.Urn,
        Id = resource.Id,
        Parent = resource.Parent,
        Properties = new Value(resource.Properties, this),
        PropertyDependencies = new Dependencies(resource.PropertyDependencies, this),
    };

    private PropertyValue? Counted(PropertyValue? value) => value switch
    {
        null => null,
        { Kind: PropertyKind.Secret } => PropertyValue.SecretOf(new Value(value.Inner, this)),
        _ => new Value(value, this),
    };

    private sealed class Value(PropertyValue inner, ReadCounter reads) : PropertyValue(inner.Kind)
    {
        public override bool Boolean => inner.Boolean;

        public override double Number => inner.Number;

        public override string Text => inner.Text;

        public override IReadOnlyList<PropertyValue> Items
        {
            get
            {
                reads.Count += inner.Items.Count;
                return [.. inner.Items.Select(item => reads.Counted(item)!)];
            }
        }

        public override IReadOnlyList<KeyValuePair<string, PropertyValue>> Members
        {
            get
            {
                reads.Count += inner.Members.Count;
                return [.. inner.Members.Select(member => KeyValuePair.Create(member.Key, reads.Counted(member.Value)!))];
            }
        }

        public override PropertyValue? Find(ReadOnlySpan<char> name)
        {
            reads.Count++;
            return reads.Counted(inner.Find(name));
        }
    }

    private sealed class Dependencies(IReadOnlyDictionary<string, IReadOnlyList<string>> inner, ReadCounter reads) : IReadOnlyDictionary<string, IReadOnlyList<string>>
    {
        public int Count => inner.Count;

        public IEnumerable<string> Keys => inner.Keys;

        public IEnumerable<IReadOnlyList<string>> Values => inner.Values;

        public IReadOnlyList<string> this[string key] => inner[key];

        public bool ContainsKey(string key)
        {
            reads.Count++;
            return inner.ContainsKey(key);
        }

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
        {
            reads.Count++;
            return inner.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator()
        {
            reads.Count += inner.Count;
            return inner.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();
    }
}
