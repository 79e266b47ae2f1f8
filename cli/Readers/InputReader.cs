using System.Text.Json;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads an input, whatever it is: the content decides, not the name. What cannot be read is an <see cref="InputException"/>.</summary>
internal static class InputReader
{
    /// <summary>Reads a file, a folder of manifests, or standard input (<c>-</c>).</summary>
    public static JudgedInput Read(string name, Stream standardInput)
    {
        if (name == "-")
        {
            return FromText(name, "standard input", InputFile.ReadAll("standard input", standardInput));
        }

        if (Directory.Exists(name))
        {
            return ManifestReader.ReadFolder(name);
        }

        if (!File.Exists(name))
        {
            throw new InputException(name, "there is no such file or folder");
        }

        return FromText(name, name, InputFile.Read(name));
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

        JsonElement root;
        try
        {
            root = InputFile.ParseJson(place, bytes);
        }
        catch (InputException)
        {
            if (EventLogReader.Read(name, place, bytes[start..]) is { } events)
            {
                return events;
            }

            if (bytes.Span.IndexOf("kind"u8) >= 0 && bytes.Span[start] == '{' && bytes.Span.IndexOf("---"u8) >= 0)
            {
                return ManifestReader.ReadYaml(name, bytes); // several JSON documents in one YAML stream
            }

            throw;
        }

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
}
