using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace LlmOpsSecure.Sdks.Tests.Conformance;

/// <summary>Messages as JSON in one spelling: keys in order, one line, deep enough for any program.</summary>
internal static class WireJson
{
    private const int MaxDepth = 2_000;
    private static readonly JsonWriterOptions OneLine = new() { MaxDepth = MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false));

    public static Struct Struct(JsonObject json) => Google.Protobuf.WellKnownTypes.Struct.Parser.ParseJson(json.ToJsonString());

    public static JsonNode Parse(string json) => JsonNode.Parse(json, null, new JsonDocumentOptions { MaxDepth = MaxDepth })!;

    /// <summary>A message with the keys of every object in order; members that are not set are absent.</summary>
    public static JsonNode Of(IMessage message) => Sorted(Parse(Formatter.Format(message)))!;

    public static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };

    public static string Text(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, OneLine))
        {
            node.WriteTo(writer, new JsonSerializerOptions { MaxDepth = MaxDepth });
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Gives the properties that hold JSON as text, secret or not, one spelling: blanks are no part of it.</summary>
    public static void CompactText(Struct? properties)
    {
        foreach (var value in properties?.Fields.Values ?? [])
        {
            var text = value.KindCase == Value.KindOneofCase.StructValue ? value.StructValue.Fields.GetValueOrDefault("value") : value;
            if (text is { KindCase: Value.KindOneofCase.StringValue, StringValue: ['{' or '[', ..] } && IsJson(text.StringValue))
            {
                text.StringValue = Text(Sorted(Parse(text.StringValue))!);
            }
        }
    }

    private static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonDocument.TryParseValue(ref reader, out var document) && Dispose(document);
    }

    private static bool Dispose(JsonDocument document)
    {
        document.Dispose();
        return true;
    }
}
