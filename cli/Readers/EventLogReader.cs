using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>
/// Reads what the Pulumi engine writes event by event, a JSON object a line: a streamed <c>pulumi preview --json</c>, or <c>--event-log</c>. The last state that is told of a resource counts; secrets are blinded as in a preview document.
/// </summary>
internal static class EventLogReader
{
    /// <summary>Whether a JSON object is an event of the engine.</summary>
    public static bool IsEvent(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("sequence", out _) && root.TryGetProperty("timestamp", out _);

    /// <summary>Reads the events; null if the first line is none.</summary>
    public static JudgedInput? Read(string name, string place, ReadOnlyMemory<byte> bytes)
    {
        var reader = new ResourceJson(isBlinded: true);
        var order = new List<string>();
        var last = new Dictionary<string, (Resource Inputs, Resource Outputs)>(StringComparer.Ordinal);
        var number = 0;
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            number++;
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            if (Parse(place, number, line) is not { } root)
            {
                return null;
            }

            var told = root.TryGetProperty("resourcePreEvent", out var before) ? before : root.TryGetProperty("resOutputsEvent", out var after) ? after : default;
            if (told.ValueKind != JsonValueKind.Object || !told.TryGetProperty("metadata", out var metadata) || metadata.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (metadata.TryGetProperty("new", out var state) && state.ValueKind == JsonValueKind.Object)
            {
                var resource = reader.Read($"{place}:{number}: metadata.new", state);
                if (!last.ContainsKey(resource.Inputs.Urn))
                {
                    order.Add(resource.Inputs.Urn);
                }

                last[resource.Inputs.Urn] = resource;
            }
        }

        return ResourceJson.Judged(name, InputKind.Preview, [.. order.Select(urn => last[urn])], isPreview: true, []);
    }

    private static JsonElement? Parse(string place, int number, ReadOnlyMemory<byte> line)
    {
        try
        {
            var root = InputFile.ParseJson(place, line, number);
            return IsEvent(root) ? root : number == 1 ? null : throw new InputException($"{place}:{number}", "an event of the engine is expected, with 'sequence' and 'timestamp'");
        }
        catch (InputException) when (number == 1)
        {
            return null;
        }
    }
}
