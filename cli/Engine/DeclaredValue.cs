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
    /// <summary>The type as a message names it.</summary>
    public string TypeName => string.Concat(Enumerable.Repeat("array<", this.ItemTypes.Count)) + (this.ItemTypes.Count > 0 ? this.ItemTypes[^1] : this.Type) + new string('>', this.ItemTypes.Count);

    /// <summary>Holds a value to the declaration. One that does not fit throws <see cref="InputException"/>.</summary>
    /// <param name="file">The stack's file.</param>
    /// <param name="value">The value; null if there is none.</param>
    /// <param name="isObject">Whether it is the JSON text of a map or list.</param>
    /// <param name="isHidden">Whether it is encrypted.</param>
    public void Check(string file, string? value, bool isObject, bool isHidden)
    {
        if (value is null || this.Type is null)
        {
            return;
        }

        if (this.IsSecret && !isHidden)
        {
            throw new InputException($"{file}: {this.Key}", $"the project declares that it is secret, so it must be encrypted: `pulumi config set --secret {this.Key}`");
        }

        if (!this.Fits(value, isObject))
        {
            throw new InputException($"{file}: {this.Key}", $"it must be of type '{this.TypeName}', but is {(isHidden ? "[secret]" : $"'{value}'")}");
        }
    }

    /// <summary>Whether a single value fits.</summary>
    public bool FitsScalar(object? value) => this.Type is null || FitsScalar(this.Type, value);

    private static bool FitsScalar(string type, object? value) => type switch
    {
        "string" => value is string,
        "boolean" => value is bool or "true" or "false",
        "integer" => value is long || (value is string text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
        _ => false,
    };

    private bool Fits(string value, bool isObject)
    {
        if (!isObject)
        {
            return this.FitsScalar(value);
        }

        try
        {
            using var document = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = EngineValues.MaxDepth });
            return this.Fits(this.Type!, document.RootElement, 0);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool Fits(string type, JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array" && depth < this.ItemTypes.Count && value.EnumerateArray().All(item => this.Fits(this.ItemTypes[depth], item, depth + 1)),
        JsonValueKind.True or JsonValueKind.False => FitsScalar(type, value.GetBoolean()),
        JsonValueKind.Number => type == "integer" && value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => FitsScalar(type, value.GetString()),
    };
}
