using System.Globalization;
using System.Text;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>A path to a property as resource options write it: <c>tags.owner</c>, <c>rules[0].port</c>, <c>data["a.b"]</c>, <c>*</c> for any.</summary>
internal sealed class PropertyPath
{
    private static readonly Key Any = new("*", null);

    private readonly List<Key> keys;

    private PropertyPath(List<Key> keys) => this.keys = keys;

    /// <summary>Reads a path; what is no path is taken as the name of one property.</summary>
    public static PropertyPath Parse(string text)
    {
        var found = new List<Key>();
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
                    return new([new(text, null)]);
                }

                var name = quoted ? text[(at + 2)..end].Replace("\\\"", "\"", StringComparison.Ordinal) : text[(at + 1)..end];
                found.Add(new(name, !quoted && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null));
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
                found.Add(new(key.ToString(), null));
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
            if (this.keys[i] != other.keys[i] && this.keys[i] != Any)
            {
                return false;
            }
        }

        return this.keys.Count > 0;
    }

    /// <summary>The new value with what lies at the path taken from the old one; where the old one has nothing, nothing is there. Neither lists nor the way to the last key are made or cut.</summary>
    /// <param name="now">The new value.</param>
    /// <param name="old">The old value.</param>
    /// <param name="fits">Whether the path leads to the same place in both; where it does not, that part is left as it is.</param>
    public PropertyValue Restore(PropertyValue now, PropertyValue old, out bool fits)
    {
        fits = this.keys.Count > 0;
        return fits ? this.Restore(now, old, 0, (false, false), ref fits) : now;
    }

    private PropertyValue Restore(PropertyValue now, PropertyValue old, int depth, (bool Was, bool Is) secret, ref bool fits)
    {
        for (; old.Kind == PropertyKind.Secret; old = old.Inner)
        {
            secret.Was = true;
        }

        if (now.Kind == PropertyKind.Secret)
        {
            return PropertyValue.SecretOf(this.Restore(now.Inner, old, depth, (secret.Was, true), ref fits));
        }

        var (key, isLast) = (this.keys[depth], depth + 1 == this.keys.Count);
        switch (now.Kind, old.Kind)
        {
            case (PropertyKind.Map, PropertyKind.Map) when key == Any:
                if (isLast)
                {
                    return PropertyValue.MapOf(old.Members.Select(member => KeyValuePair.Create(member.Key, Hidden(member.Value))));
                }

                fits &= old.Members.All(member => now[member.Key] is not null);
                var members = new List<KeyValuePair<string, PropertyValue>>();
                foreach (var (name, value) in now.Members)
                {
                    members.Add(KeyValuePair.Create(name, old[name] is { } before ? this.Restore(value, before, depth + 1, secret, ref fits) : value));
                }

                return PropertyValue.MapOf(members);
            case (PropertyKind.List, PropertyKind.List) when key == Any || key.Index is not null:
                var items = now.Items.ToList();
                for (var i = key.Index ?? 0; i < Math.Min(items.Count, old.Items.Count) && (key.Index ?? i) == i; i++)
                {
                    items[i] = isLast ? Hidden(old.Items[i]) : this.Restore(items[i], old.Items[i], depth + 1, secret, ref fits);
                }

                fits &= key.Index is { } at ? at < Math.Min(items.Count, old.Items.Count) || (isLast && at >= Math.Max(items.Count, old.Items.Count)) : items.Count == old.Items.Count;
                return PropertyValue.ListOf(items);
            case (PropertyKind.Map, _) when key != Any && key.Index is null && isLast:
                return old[key.Name] is { } former ? EngineValues.With(now, key.Name, Hidden(former)) : PropertyValue.MapOf(now.Members.Where(member => member.Key != key.Name));
            case (PropertyKind.Map, PropertyKind.Map) when key.Index is null:
                var (inner, place) = (now[key.Name], old[key.Name]);
                fits &= inner is not null || place is null;
                return inner is null ? now : EngineValues.With(now, key.Name, this.Restore(inner, place ?? PropertyValue.Null, depth + 1, secret, ref fits));
            default:
                var kind = key.Index is null ? PropertyKind.Map : PropertyKind.List;
                fits &= key == Any ? isLast && now.Kind is PropertyKind.Map or PropertyKind.List
                    : isLast && key.Index is null ? old[key.Name] is null
                    : old.Kind != kind && now.Kind != kind;
                return now;
        }

        PropertyValue Hidden(PropertyValue value) => secret is { Was: true, Is: false } ? PropertyValue.SecretOf(value) : value;
    }

    private readonly record struct Key(string Name, int? Index);
}
