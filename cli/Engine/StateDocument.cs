using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>A state in the form of <c>pulumi stack export</c>.</summary>
/// <param name="Secrets">How it keeps secrets.</param>
/// <param name="Resources">The resources in the order of their creation.</param>
internal sealed record StateDocument(StateSecrets Secrets, IReadOnlyList<ResourceState> Resources)
{
    /// <summary>Reads a state; null if the file does not exist and may be missing. What is no state throws <see cref="InputException"/>.</summary>
    public static StateDocument? Read(string file, bool mayBeMissing)
    {
        if (mayBeMissing && !Path.Exists(file))
        {
            return null;
        }

        var input = InputReader.Read(file, Stream.Null);
        if (input.Kind != InputKind.State)
        {
            throw new InputException(file, "a stack export is allowed here, but this is none");
        }

        var root = InputFile.ReadJson(file);
        var deployment = root.TryGetProperty("deployment", out var inner) ? inner : root;
        var secrets = StateSecrets.Of(file, deployment);
        IReadOnlyList<ResourceState> resources = [.. (deployment.TryGetProperty("resources", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : []).Select((item, index) => ResourceStateJson.Read($"{file}: deployment.resources[{index}]", item, secrets))];
        foreach (var twice in resources.Where(resource => !resource.Delete).GroupBy(resource => resource.Urn).Where(group => group.Count() > 1))
        {
            throw new InputException($"{file}: deployment.resources", $"a URN may stand once, but '{twice.Key}' stands {twice.Count()} times");
        }

        return new(secrets, resources);
    }

    /// <summary>Writes the state beside its place and renames it.</summary>
    public void Write(string file)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, IndentSize = 4, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 3);
            json.WriteStartObject("deployment");
            json.WriteStartObject("manifest");
            var version = Commands.About.Tool;
            json.WriteString("time", DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("magic", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version))));
            json.WriteString("version", version);
            json.WriteEndObject();
            this.Secrets.Write(json);
            if (this.Resources.Count > 0)
            {
                json.WriteStartArray("resources");
                foreach (var resource in this.Resources)
                {
                    ResourceStateJson.Write(json, resource, this.Secrets);
                }

                json.WriteEndArray();
            }

            json.WriteStartObject("metadata");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        Output.AtomicFile.Write(file, Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)) + "\n");
    }
}
