using System.Text.Json;

namespace Pulumi;

/// <summary>An argument that is any JSON value.</summary>
public sealed class InputJson : Input<JsonElement>
{
    private static readonly JsonElement NullElement = JsonDocument.Parse("null").RootElement;

    /// <summary>JSON null.</summary>
    public InputJson()
        : base(NullElement)
    {
    }

    private InputJson(JsonElement value)
        : base(value)
    {
    }

    private InputJson(Output<JsonElement> value)
        : base(value)
    {
    }

    /// <summary>The value that the JSON text holds; malformed text throws <see cref="JsonException"/>.</summary>
    public static implicit operator InputJson(string json) => new(JsonDocument.Parse(json).RootElement);

    /// <summary>The document's value.</summary>
    public static implicit operator InputJson(JsonDocument document) => new(document.RootElement);

    /// <summary>The value.</summary>
    public static implicit operator InputJson(JsonElement element) => new(element);

    /// <summary>The value that the JSON text holds.</summary>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(text => JsonDocument.Parse(text).RootElement));

    /// <summary>The document's value.</summary>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(one => one.RootElement));

    /// <summary>The value.</summary>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);
}
