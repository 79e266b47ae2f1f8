using System.Globalization;
using System.Text.Json;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>Reads the configuration file of a model server: YAML of plain values, and lists and objects of such, as servers document it, or JSON.</summary>
internal static class ConfigurationFile
{
    /// <summary>The settings in order; a name with a null value is one whose value is not read. Lists and objects come as JSON.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Read(string text)
    {
        if (text.TrimStart().StartsWith('{'))
        {
            return ReadJson(text);
        }

        var settings = new List<(string Name, string? Value)>();
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r', ' ', '\t')).Where(line => line.Length > 0 && line.TrimStart()[0] is not ('#' or '%')).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            if (Split(lines[at]) is ({ Length: > 0 } name, var value) && !char.IsWhiteSpace(lines[at][0]) && lines[at][0] != '-')
            {
                var below = lines.Skip(at + 1).TakeWhile(line => char.IsWhiteSpace(line[0]) || line[0] == '-').Select(line => line.Trim()).ToList();
                settings.Add((name, value ?? (lines[at].EndsWith(':') ? Nested(below) : null)));
            }
        }

        return settings;
    }

    // A list or an object of plain values, as JSON; null for anything deeper, which is not read.
    private static string? Nested(List<string> lines)
    {
        if (lines.Count > 0 && lines.TrueForAll(line => line.StartsWith("- ", StringComparison.Ordinal)))
        {
            return $"[{string.Join(',', lines.Select(line => Json(line[2..].Trim())))}]";
        }

        var members = lines.Select(Split).ToList();
        return lines.Count > 0 && members.TrueForAll(member => member is { Name.Length: > 0, Value: not null }) ? $"{{{string.Join(',', members.Zip(lines, (member, line) => $"{Quoted(member.Name)}:{Json(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())}"))}}}" : null;
    }

    /// <summary>A plain value as JSON; numbers, booleans, and what is JSON already stay as they are.</summary>
    public static string Json(string value) => value is "true" or "false" or "null" || value.StartsWith('{') || value.StartsWith('[') || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? value : Quoted(Plain(value) ?? "");

    /// <summary>A text as JSON.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static (string Name, string? Value) Split(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (Plain(line[..colon].Trim()) ?? "", Plain(line[(colon + 1)..].Trim())) : ("", null);

    private static string? Plain(string value)
    {
        if (value.Length >= 2 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is > 0 and var end)
        {
            return value[1..end];
        }

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        value = (comment < 0 ? value : value[..comment]).Trim();
        return value.Length == 0 || value[0] is '#' or '|' or '>' or '&' or '*' ? null : value;
    }

    private static List<(string, string?)> ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. document.RootElement.EnumerateObject().Select(member => (member.Name, (string?)(member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : member.Value.GetRawText())))];
        }
        catch (JsonException)
        {
            return []; // the server does not start with it either
        }
    }
}
