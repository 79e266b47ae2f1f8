using System.Text;
using System.Text.Json;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads an input, whatever it is: the content decides, not the name. Sizes and depths are bounded.</summary>
internal static class InputReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = 1L << 30;

    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 256;

    /// <summary>Reads a file, a folder of manifests, or standard input (<c>-</c>).</summary>
    public static JudgedInput Read(string name, Stream standardInput)
    {
        if (name == "-")
        {
            return FromText(name, "standard input", ReadAll("standard input", standardInput));
        }

        if (Directory.Exists(name))
        {
            return ManifestReader.ReadFolder(name);
        }

        if (!File.Exists(name))
        {
            throw new InputException(name, "there is no such file or folder");
        }

        try
        {
            using var file = File.OpenRead(name);
            return FromText(name, name, ReadAll(name, file));
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(name, "the file may not be read");
        }
        catch (IOException error)
        {
            throw new InputException(name, error.Message);
        }
    }

    internal static ReadOnlyMemory<byte> ReadAll(string place, Stream stream)
    {
        if (stream.CanSeek && stream.Length > MaxBytes)
        {
            throw new InputException(place, $"the file has {stream.Length} bytes, but at most {MaxBytes} are read");
        }

        using var buffer = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var chunk = new byte[1 << 16];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaxBytes)
            {
                throw new InputException(place, $"there are more than {MaxBytes} bytes, which is the most that is read");
            }
        }

        ReadOnlyMemory<byte> bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        bytes = bytes.Span.StartsWith("\xEF\xBB\xBF"u8) ? bytes[3..] : bytes;
        var bad = FirstInvalidUtf8(bytes.Span);
        return bad < 0 ? bytes : throw new InputException($"{place}:{LineOf(bytes.Span, bad)}", $"the text must be UTF-8, but byte 0x{bytes.Span[bad]:X2} at offset {bad} is not");
    }

    private static JudgedInput FromText(string name, string place, ReadOnlyMemory<byte> bytes)
    {
        var start = bytes.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0)
        {
            throw new InputException(place, "the file is empty; a stack export, a preview document or Kubernetes manifests are allowed");
        }

        if (bytes.Span[start] is not ((byte)'{' or (byte)'['))
        {
            return ManifestReader.ReadYaml(name, bytes);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowTrailingCommas = false });
        }
        catch (JsonException error)
        {
            if (EventLogReader.Read(name, place, bytes[start..]) is { } events)
            {
                return events;
            }

            if (bytes.Span.IndexOf("kind"u8) >= 0 && bytes.Span[start] == '{' && bytes.Span.IndexOf("---"u8) >= 0)
            {
                return ManifestReader.ReadYaml(name, bytes); // several JSON documents in one YAML stream
            }

            var detail = error.Message.Split(" LineNumber")[0].TrimEnd('.').Replace("CurrentDepth (257) is equal to or larger than the maximum allowed depth of 256. Cannot read the next JSON object or array", $"the nesting is deeper than {MaxDepth}", StringComparison.Ordinal);
            throw new InputException($"{place}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}", $"the JSON is broken: {detail}");
        }

        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InputException(place, $"a stack export, a preview document or a Kubernetes object is allowed, but the JSON holds {(root.ValueKind == JsonValueKind.Array ? "a list" : "a plain value")}");
        }

        if (EventLogReader.IsEvent(root))
        {
            return EventLogReader.Read(name, place, bytes[start..])!;
        }

        if (root.TryGetProperty("deployment", out _) || (root.TryGetProperty("version", out _) && !root.TryGetProperty("kind", out _)) || (root.TryGetProperty("manifest", out _) && root.TryGetProperty("resources", out _)))
        {
            return StateReader.Read(name, place, root);
        }

        if (root.TryGetProperty("steps", out _) || root.TryGetProperty("changeSummary", out _) || root.TryGetProperty("diagnostics", out _))
        {
            return PreviewReader.Read(name, place, root);
        }

        if (root.TryGetProperty("kind", out _) || root.TryGetProperty("apiVersion", out _))
        {
            return ManifestReader.ReadJson(name, root);
        }

        throw new InputException(place, "a stack export ('deployment'), a preview document ('steps') or a Kubernetes object ('apiVersion', 'kind') is allowed, but the JSON object has none of these members");
    }

    private static int FirstInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return -1;
        }

        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int offset) => bytes[..offset].Count((byte)'\n') + 1;
}
