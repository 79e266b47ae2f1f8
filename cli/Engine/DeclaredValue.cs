using System.Globalization;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>A configuration value that the project declares.</summary>
/// <param name="Key">Its full key.</param>
/// <param name="Type">Its type; null for any.</param>
/// <param name="ItemTypes">The type of its items, of their items, and so on.</param>
/// <param name="IsSecret">Whether it must be encrypted.</param>
/// <param name="IsOwn">Whether it is the project's own and not a provider's, so that it must be there.</param>
internal sealed record DeclaredValue(string Key, string? Type, IReadOnlyList<string> ItemTypes, bool IsSecret, bool IsOwn)
{
    /// <summary>Holds a value to the declaration. One that does not fit throws <see cref="InputException"/>.</summary>
    public void Check(string file, string? value, bool hidden)
    {
        if (value is null)
        {
            if (this.IsOwn && this.Type is not null)
            {
                throw new InputException($"{file}: {this.Key}", "the project declares this configuration value and gives no default, so the stack must set it");
            }

            return;
        }

        if (this.Type is { } type && !Fits(type, value))
        {
            throw new InputException($"{file}: {this.Key}", $"it must be of type '{this.TypeName}', but is {(hidden ? "[secret]" : $"'{value}'")}");
        }
    }

    private string TypeName => this.ItemTypes.Aggregate(this.Type!, (name, item) => $"{name} of {item}");

    private bool Fits(string type, string value)
    {
        switch (type)
        {
            case "boolean":
                return value is "true" or "false";
            case "integer":
                return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            case "number":
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            case "array" or "object":
                try
                {
                    using var document = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = EngineValues.MaxDepth });
                    return type == "array" ? document.RootElement.ValueKind == JsonValueKind.Array && this.ItemsFit(document.RootElement, 0) : document.RootElement.ValueKind == JsonValueKind.Object;
                }
                catch (JsonException)
                {
                    return false;
                }

            default:
                return true;
        }
    }

    private bool ItemsFit(JsonElement list, int depth) => depth == this.ItemTypes.Count || list.EnumerateArray().All(item => this.ItemTypes[depth] switch
    {
        "string" => item.ValueKind == JsonValueKind.String,
        "boolean" => item.ValueKind is JsonValueKind.True or JsonValueKind.False || (item.ValueKind == JsonValueKind.String && item.GetString() is "true" or "false"),
        "integer" => item.ValueKind == JsonValueKind.Number ? item.TryGetInt64(out _) : item.ValueKind == JsonValueKind.String && long.TryParse(item.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "object" => item.ValueKind == JsonValueKind.Object,
        "array" => item.ValueKind == JsonValueKind.Array && this.ItemsFit(item, depth + 1),
        _ => true,
    });
}
