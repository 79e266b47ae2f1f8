using System.Text.Json;

namespace LlmOpsSecure.Policies.Serving;

/// <summary>Reads the configuration file of a model server: YAML of one level, as servers document it, or JSON. A value that spans lines is kept as its text.</summary>
internal static class ConfigurationFile
{
    /// <summary>The settings in order; a name with a null value is a list or object written over several lines, whose value is not read.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Read(string text)
    {
        if (text.TrimStart().StartsWith('{'))
        {
            return ReadJson(text);
        }

        var settings = new List<(string, string?)>();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r', ' ', '\t');
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length == 0 || char.IsWhiteSpace(line[0]) || line[0] is '#' or '-' or '%' || colon <= 0)
            {
                continue;
            }

            var value = Plain(line[(colon + 1)..].Trim());
            settings.Add((Plain(line[..colon].Trim()) ?? "", value));
        }

        return settings;
    }

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
