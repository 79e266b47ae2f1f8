using System.Text;
using System.Text.Json;
using LlmOpsSecure.Policies.Proofs.Sets;

namespace LlmOpsSecure.Policies.Proofs.Access;

/// <summary>Writes who may do what in the forms that <c>llmops prove access</c> offers. The JSON form is versioned; docs/proofs.md describes it.</summary>
public static class AccessReport
{
    private static readonly Dictionary<string, string> Titles = Capability.All.ToDictionary(capability => capability.Id, capability => capability.Title, StringComparer.Ordinal);

    /// <summary>The rights of everybody whom <paramref name="who"/> names, at everything that <paramref name="to"/> names; null names all.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="who">An identity's text, its name, or its namespace and name.</param>
    /// <param name="to">A scope's text, a resource's name or URN, a role, or the id of a capability.</param>
    public static IReadOnlyList<AccessRight> Select(AccessGraph graph, string? who, string? to) =>
        [.. graph.Identities.Where(identity => Is(identity, who)).SelectMany(graph.RightsOf).Where(right => Is(right, to))
            .GroupBy(right => (right.Who, right.Role, right.Scope)).Select(same => same.MaxBy(right => right.Holds)!)];

    /// <summary>Whether the text names the identity.</summary>
    public static bool Is(AccessIdentity identity, string? text) => text is null || text == identity.Name || text == identity.ToString() || (identity.Namespace is { } space && text == $"{space}/{identity.Name}") || (text.Length > 0 && text == identity.Urn);

    /// <summary>A paragraph for each identity: what it holds itself, then what it reaches through others, with the chain where that is asked for.</summary>
    public static string ToText(IReadOnlyList<AccessRight> rights, bool explain)
    {
        var text = new StringBuilder();
        foreach (var group in rights.GroupBy(right => right.Who))
        {
            text.Append(group.Key).Append('\n');
            foreach (var right in group)
            {
                text.Append("  ").Append(right.Role).Append(" at ").Append(right.Scope);
                if (right.Can.Count > 0)
                {
                    text.Append(": ").AppendJoin(", ", right.Can.Select(Title));
                }

                if (right.Holds != Truth.Yes)
                {
                    text.Append(" (not known before deployment)");
                }

                if (!right.IsDirect && !explain)
                {
                    text.Append(" (through ").Append(right.Chain.Count - 1 > 1 ? $"{right.Chain.Count - 1} others" : "another").Append(')');
                }

                text.Append('\n');
                foreach (var link in explain ? right.Chain : [])
                {
                    text.Append("    ").Append(link).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    /// <summary>The JSON form, version 1.</summary>
    public static string ToJson(IReadOnlyList<AccessRight> rights)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("access");
            foreach (var right in rights)
            {
                Write(json, right);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(Utf8JsonWriter json, AccessRight right)
    {
        json.WriteStartObject();
        json.WriteStartObject("who");
        json.WriteString("kind", right.Who.Kind.ToString());
        if (right.Who.Namespace is { } space)
        {
            json.WriteString("namespace", space);
        }

        json.WriteString("name", right.Who.Name);
        json.WriteEndObject();
        json.WriteString("role", right.Role);
        json.WriteString("scope", right.Scope);
        if (right.At is { } at)
        {
            json.WriteString("resource", at.Urn);
        }

        json.WriteStartArray("can");
        foreach (var capability in right.Can)
        {
            json.WriteStringValue(capability);
        }

        json.WriteEndArray();
        json.WriteBoolean("direct", right.IsDirect);
        json.WriteBoolean("unknown", right.Holds != Truth.Yes);
        json.WriteStartArray("chain");
        foreach (var link in right.Chain)
        {
            json.WriteStringValue(link);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Title(string id) => Titles.GetValueOrDefault(id, id);

    private static bool Is(AccessRight right, string? text) => text is null || text == right.Scope || text == right.Role || right.Can.Contains(text)
        || (right.At is { } at && (text == at.Name || text == at.Urn || text == at.Id || text == at["name"].AsText));
}
