using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads the bytes of what somebody gives, and JSON in them. Sizes, depths and values are bounded; whatever is wrong is one <see cref="InputException"/>.</summary>
internal static class InputFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = 1L << 29;

    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 256;

    /// <summary>The most values of a document that are read.</summary>
    public const int MaxValues = 20_000_000;

    /// <summary>The text of a file in UTF-8, without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> Read(string file)
    {
        try
        {
            if (Directory.Exists(file))
            {
                throw new InputException(file, "a file is allowed here, but this is a folder");
            }

            using var stream = File.OpenRead(file);
            return ReadAll(file, stream);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(file, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(file, "the file may not be read");
        }
        catch (IOException error)
        {
            throw new InputException(file, $"the file cannot be read: {error.Message}");
        }
    }

    /// <summary>The text of a stream, as of a file.</summary>
    public static ReadOnlyMemory<byte> ReadAll(string place, Stream stream)
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
        bytes = bytes.Span.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
        var bad = FirstInvalidUtf8(bytes.Span);
        return bad < 0 ? bytes : throw new InputException($"{place}:{LineOf(bytes.Span, bad)}", $"the text must be UTF-8, but byte 0x{bytes.Span[bad]:X2} at offset {bad} is not");
    }

    /// <summary>The JSON value of a file.</summary>
    public static JsonElement ReadJson(string file) => ParseJson(file, Read(file));

    /// <summary>The JSON value of a text.</summary>
    /// <param name="place">Where it comes from, for messages.</param>
    /// <param name="bytes">The text.</param>
    /// <param name="line">The number of its first line.</param>
    public static JsonElement ParseJson(string place, ReadOnlyMemory<byte> bytes, long line = 1)
    {
        // A value costs more memory than its text may be long.
        if (bytes.Span.Count((byte)',') + (long)bytes.Span.Count((byte)'{') + bytes.Span.Count((byte)'[') > MaxValues)
        {
            throw new InputException(place, $"there are more than {MaxValues} values, which is the most that is read");
        }

        try
        {
            var root = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth }).RootElement;
            RefuseHalfCharacters(place, bytes.Span, line);
            return root;
        }
        catch (JsonException error)
        {
            var detail = error.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? $"the nesting is deeper than {MaxDepth}" : error.Message.Split(" LineNumber")[0].TrimEnd('.');
            throw new InputException($"{place}:{line + error.LineNumber}:{error.BytePositionInLine + 1}", $"the JSON is broken: {detail}");
        }
    }

    // Half of a surrogate pair is no character, and no text can hold it.
    private static void RefuseHalfCharacters(string place, ReadOnlySpan<byte> bytes, long line)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            try
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                throw new InputException($"{place}:{line - 1 + LineOf(bytes, (int)reader.TokenStartIndex)}", "the JSON is broken: a text has half of a surrogate pair (\\ud800 to \\udfff), which is no character");
            }
        }
    }

    private static int FirstInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return -1;
        }

        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int offset) => bytes[..offset].Count((byte)'\n') + 1;
}
