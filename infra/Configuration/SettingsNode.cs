using System.Globalization;
using System.Text.Json;

namespace LlmOpsSecure.Infra.Configuration;

/// <summary>One object of the configuration while it is read: every read checks the value, every error is collected, every key that nobody read is unknown.</summary>
internal sealed class SettingsNode(string prefix, IReadOnlyDictionary<string, JsonElement> values, List<SettingError> errors, IReadOnlySet<string> secretKeys)
{
    private readonly List<string> known = [];

    /// <summary>Whether the key has a value.</summary>
    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>Adds an error about a key.</summary>
    public void Refuse(string key, string allowed, string? found = null)
    {
        this.known.Add(key);
        errors.Add(new SettingError(prefix + key, found ?? this.Show(key), allowed));
    }

    /// <summary>A text that keeps the rule; without <paramref name="otherwise"/> it is required. After an error the result is empty.</summary>
    public string Text(string key, Rule rule, string? otherwise = null) => this.OptionalText(key, rule, required: otherwise is null) ?? otherwise ?? "";

    /// <summary>A text that keeps the rule, or null.</summary>
    public string? OptionalText(string key, Rule rule, bool required = false)
    {
        if (!this.TryGet(key, out var value))
        {
            if (required)
            {
                this.Refuse(key, rule.Allowed);
            }

            return null;
        }

        var text = Scalar(value);
        if (text is not null && rule.Holds(text))
        {
            return text;
        }

        this.Refuse(key, rule.Allowed);
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string key, int low, int high, int? otherwise = null)
    {
        var fallback = otherwise ?? low;
        if (!this.TryGet(key, out var value))
        {
            if (otherwise is null)
            {
                this.Refuse(key, NumberAllowed(low, high));
            }

            return fallback;
        }

        if (int.TryParse(Scalar(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }

        this.Refuse(key, NumberAllowed(low, high));
        return fallback;
    }

    /// <summary>true or false.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (!this.TryGet(key, out var value))
        {
            return otherwise;
        }

        switch (Scalar(value))
        {
            case "true":
                return true;
            case "false":
                return false;
            default:
                this.Refuse(key, "be true or false");
                return otherwise;
        }
    }

    /// <summary>A list of texts that keep the rule.</summary>
    public IReadOnlyList<string> Texts(string key, Rule rule, IReadOnlyList<string>? otherwise = null)
    {
        if (!this.TryGet(key, out var value) && otherwise is not null)
        {
            return otherwise;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            this.Refuse(key, $"be a list whose items {rule.Allowed}");
            return [];
        }

        var texts = new List<string>();
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if (Scalar(item) is { } text && rule.Holds(text))
            {
                texts.Add(text);
            }
            else
            {
                this.Refuse($"{key}[{index}]", rule.Allowed, this.Shown(key, item));
            }
        }

        return texts;
    }

    /// <summary>A map of texts whose names and values keep the rules.</summary>
    public IReadOnlyDictionary<string, string> Map(string key, Rule name, Rule rule, bool required = false)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!this.TryGet(key, out var value) && !required)
        {
            return map;
        }

        if (value.ValueKind != JsonValueKind.Object || (required && !value.EnumerateObject().Any()))
        {
            this.Refuse(key, $"be a map whose names {name.Allowed} and whose values {rule.Allowed}");
            return map;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (!name.Holds(member.Name))
            {
                this.Refuse(key, $"have names that {name.Allowed}", member.Name);
            }
            else if (Scalar(member.Value) is { } text && rule.Holds(text))
            {
                map[member.Name] = text;
            }
            else
            {
                this.Refuse($"{key}.{member.Name}", rule.Allowed, this.Shown(key, member.Value));
            }
        }

        return map;
    }

    /// <summary>Reads an object; a missing one is read as an empty one, so that each missing part is named.</summary>
    public T Object<T>(string key, Func<SettingsNode, T> read)
    {
        if (this.TryGet(key, out var value) && value.ValueKind != JsonValueKind.Object)
        {
            this.Refuse(key, "be a map");
            value = default;
        }

        return this.Child(key, value, read);
    }

    /// <summary>Reads a list of objects.</summary>
    public IReadOnlyList<T> Objects<T>(string key, Func<SettingsNode, T> read, bool required = false)
    {
        if (!this.TryGet(key, out var value) && !required)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || (required && value.GetArrayLength() == 0))
        {
            this.Refuse(key, required ? "be a list of maps with at least one item" : "be a list of maps");
            return [];
        }

        var items = new List<T>();
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(this.Child($"{key}[{index}]", item, read));
            }
            else
            {
                this.Refuse($"{key}[{index}]", "be a map", this.Shown(key, item));
            }
        }

        return items;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void RefuseUnknown()
    {
        foreach (var key in values.Keys.Except(this.known, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            errors.Add(new SettingError(prefix + key, this.Show(key), $"not be there: the keys here are {string.Join(", ", this.known.Where(name => !name.Contains('[', StringComparison.Ordinal) && !name.Contains('.', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal))}"));
        }
    }

    private static string NumberAllowed(int low, int high) => $"be a whole number from {low.ToString(CultureInfo.InvariantCulture)} to {high.ToString(CultureInfo.InvariantCulture)}";

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private T Child<T>(string key, JsonElement value, Func<SettingsNode, T> read)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        var path = prefix + key;
        var child = new SettingsNode(path + ".", members, errors, this.IsSecret(key) ? new HashSet<string>(members.Keys, StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal));
        var result = read(child);
        child.RefuseUnknown();
        return result;
    }

    private bool TryGet(string key, out JsonElement value)
    {
        this.known.Add(key);
        return values.TryGetValue(key, out value) && value.ValueKind != JsonValueKind.Null;
    }

    private bool IsSecret(string key) => secretKeys.Contains(key);

    private string Show(string key) => values.TryGetValue(key, out var value) ? this.Shown(key, value) : "missing";

    private string Shown(string key, JsonElement value)
    {
        if (this.IsSecret(key))
        {
            return "[secret]";
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length == 0 ? "empty" : text.Length <= 100 ? text : text[..97] + "...";
    }
}
