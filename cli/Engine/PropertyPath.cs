using System.Globalization;
using System.Text;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>A path to a property as resource options write it: <c>tags.owner</c>, <c>rules[0].port</c>, <c>data["a.b"]</c>, <c>*</c> for any.</summary>
internal sealed class PropertyPath
{
    private readonly List<string> keys;

    private PropertyPath(List<string> keys) => this.keys = keys;

    /// <summary>Whether the path leads nowhere.</summary>
    public bool IsEmpty => this.keys.Count == 0;

    /// <summary>Reads a path; what is no path is taken as the name of one property.</summary>
    public static PropertyPath Parse(string text)
    {
        var found = new List<string>();
        var key = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '[' && text.IndexOf(']', at) is > 0 and var simpleEnd)
            {
                Flush();
                var quoted = at + 1 < text.Length && text[at + 1] == '"';
                var end = quoted ? text.IndexOf("\"]", at + 2, StringComparison.Ordinal) : simpleEnd;
                if (end < 0)
                {
                    return new([text]);
                }

                found.Add(quoted ? text[(at + 2)..end].Replace("\\\"", "\"", StringComparison.Ordinal) : text[(at + 1)..end]);
                at = quoted ? end + 1 : end;
            }
            else if (text[at] == '.')
            {
                Flush();
            }
            else
            {
                key.Append(text[at]);
            }
        }

        Flush();
        return new(found);

        void Flush()
        {
            if (key.Length > 0)
            {
                found.Add(key.ToString());
                key.Clear();
            }
        }
    }

    /// <summary>Writes the name of a member behind a path.</summary>
    public static string Append(string path, string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '$') && name.Length > 0
        ? path.Length == 0 ? name : $"{path}.{name}"
        : $"{path}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";

    /// <summary>Whether the other path is this one or lies below it, or this one below it: a change there touches this path.</summary>
    public bool Touches(PropertyPath other)
    {
        for (var i = 0; i < Math.Min(this.keys.Count, other.keys.Count); i++)
        {
            if (this.keys[i] != other.keys[i] && this.keys[i] != "*")
            {
                return false;
            }
        }

        return this.keys.Count > 0;
    }

    /// <summary>The new value with what lies at the path taken from the old one; where the old one has nothing, nothing is there.</summary>
    public PropertyValue Restore(PropertyValue now, PropertyValue? old) => this.Restore(now, old, 0) ?? now;

    private PropertyValue? Restore(PropertyValue? now, PropertyValue? old, int depth)
    {
        if (depth == this.keys.Count)
        {
            return old;
        }

        var key = this.keys[depth];
        var (inner, former) = (now?.Kind == PropertyKind.Secret ? now.Inner : now, old?.Kind == PropertyKind.Secret ? old.Inner : old);
        if (inner is { Kind: PropertyKind.List } list)
        {
            var items = list.Items.ToList();
            for (var i = 0; i < items.Count; i++)
            {
                if (key == "*" || key == i.ToString(CultureInfo.InvariantCulture))
                {
                    items[i] = this.Restore(items[i], former is { Kind: PropertyKind.List } && i < former.Items.Count ? former.Items[i] : null, depth + 1) ?? items[i];
                }
            }

            return Wrap(now!, PropertyValue.ListOf(items));
        }

        if (inner is not { Kind: PropertyKind.Map } map)
        {
            return now;
        }

        var names = key == "*" ? [.. map.Members.Select(member => member.Key).Union((former?.Members ?? []).Select(member => member.Key))] : new List<string> { key };
        var members = map.Members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (depth + 1 < this.keys.Count && !members.ContainsKey(name))
            {
                continue; // a parent that the program dropped is not brought back for one child
            }

            if (this.Restore(members.GetValueOrDefault(name), former?[name], depth + 1) is { } restored)
            {
                members[name] = restored;
            }
            else
            {
                members.Remove(name);
            }
        }

        return Wrap(now!, PropertyValue.MapOf(members.OrderBy(member => member.Key, StringComparer.Ordinal)));
    }

    private static PropertyValue Wrap(PropertyValue original, PropertyValue value) => original.Kind == PropertyKind.Secret ? PropertyValue.SecretOf(value) : value;
}
