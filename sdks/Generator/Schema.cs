using System.Collections.Generic;
using System.Linq;

namespace LlmOpsSecure.SchemaGenerator;

/// <summary>A node of the schema document.</summary>
internal readonly struct Node(object? value)
{
    public object? Value { get; } = value;

    public bool IsMissing => this.Value is null;

    public string Text => this.Value as string ?? "";

    public bool Flag => this.Value is true;

    public Node this[string name] => this.Value is Dictionary<string, object?> map && map.TryGetValue(name, out var member) ? new(member) : default;

    public IEnumerable<KeyValuePair<string, Node>> Members => this.Value is Dictionary<string, object?> map ? map.Select(member => new KeyValuePair<string, Node>(member.Key, new Node(member.Value))) : [];

    public IReadOnlyList<Node> Items => this.Value is List<object?> list ? [.. list.Select(item => new Node(item))] : [];

    public ICollection<string> Texts => new HashSet<string>(this.Items.Select(item => item.Text));
}
