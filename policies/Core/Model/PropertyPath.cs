using System.Globalization;

namespace LlmOpsSecure.Policies.Model;

/// <summary>Follows and changes property paths such as <c>spec.containers[0].env["a.b"]</c>.</summary>
internal static class PropertyPath
{
    /// <summary>The steps of a path: member names and list positions.</summary>
    public static IReadOnlyList<object> Steps(string path)
    {
        var steps = new List<object>();
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '.')
            {
                at++;
            }
            else if (path[at] == '[' && at + 1 < path.Length && path[at + 1] == '"')
            {
                var end = path.IndexOf("\"]", at + 2, StringComparison.Ordinal);
                steps.Add(path[(at + 2)..end]);
                at = end + 2;
            }
            else if (path[at] == '[')
            {
                var end = path.IndexOf(']', at);
                steps.Add(int.Parse(path.AsSpan(at + 1, end - at - 1), CultureInfo.InvariantCulture));
                at = end + 1;
            }
            else
            {
                var end = path.AsSpan(at).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : at + end;
                steps.Add(path[at..end]);
                at = end;
            }
        }

        return steps;
    }

    /// <summary>The value with another one at the path. What is missing on the way is made; what is a secret stays one. Null where the path leads through something that is no map or list.</summary>
    public static PropertyValue? With(PropertyValue? root, IReadOnlyList<object> steps, PropertyValue value, int at = 0)
    {
        if (at == steps.Count)
        {
            return root?.Kind == PropertyKind.Secret ? PropertyValue.SecretOf(value) : value;
        }

        if (root?.Kind == PropertyKind.Secret)
        {
            return With(root.Inner, steps, value, at) is { } inner ? PropertyValue.SecretOf(inner) : null;
        }

        if (steps[at] is int index)
        {
            return root?.Kind == PropertyKind.List && index < root.Items.Count && With(root.Items[index], steps, value, at + 1) is { } item
                ? PropertyValue.ListOf(root.Items.Select((one, position) => position == index ? item : one)) : null;
        }

        if (root is not null && root.Kind is not (PropertyKind.Map or PropertyKind.Null))
        {
            return null;
        }

        var name = (string)steps[at];
        return With(root?[name], steps, value, at + 1) is { } member
            ? PropertyValue.MapOf([.. root?.Members.Where(one => one.Key != name) ?? [], KeyValuePair.Create(name, member)]) : null;
    }
}
