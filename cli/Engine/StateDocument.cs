using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Engine;

/// <summary>
/// A state in the form of <c>pulumi stack export</c>. Secrets are never written in clear: each is replaced by a keyed digest, by which the next run sees whether it changed and nobody sees what it is.
/// </summary>
internal sealed class StateDocument
{
    private const string DigestPrefix = "digest:";

    private StateDocument(byte[] key, IReadOnlyList<ResourceState> resources)
    {
        this.Key = key;
        this.Resources = resources;
    }

    /// <summary>The key of the digests.</summary>
    public byte[] Key { get; }

    /// <summary>The resources in the order of their creation.</summary>
    public IReadOnlyList<ResourceState> Resources { get; }

    public static StateDocument Of(IReadOnlyList<ResourceState> resources, StateDocument? former) => new(former?.Key ?? RandomNumberGenerator.GetBytes(32), resources);

    /// <summary>Reads a state; null if the file does not exist and may be missing.</summary>
    public static StateDocument? Read(string file, bool mayBeMissing)
    {
        if (mayBeMissing && !File.Exists(file))
        {
            return null;
        }

        var input = InputReader.Read(file, Stream.Null);
        if (input.Kind != InputKind.State)
        {
            throw new InputException(file, "a stack export is allowed here, but this is none");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { MaxDepth = InputReader.MaxDepth });
        var deployment = document.RootElement.TryGetProperty("deployment", out var inner) ? inner : document.RootElement;
        var key = deployment.TryGetProperty("secrets_providers", out var provider) && provider.ValueKind == JsonValueKind.Object && provider.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.Object
            && state.TryGetProperty("digestKey", out var text) && text.ValueKind == JsonValueKind.String ? Convert.FromBase64String(text.GetString()!) : RandomNumberGenerator.GetBytes(32);
        return new(key, [.. (deployment.TryGetProperty("resources", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : []).Select(item => ReadResource(item.Clone()))]);
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
            json.WriteString("time", DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("magic", Convert.ToHexStringLower(SHA256.HashData("llmops"u8)));
            json.WriteString("version", "llmops");
            json.WriteEndObject();
            json.WriteStartObject("secrets_providers");
            json.WriteString("type", "digest");
            json.WriteStartObject("state");
            json.WriteString("digestKey", Convert.ToBase64String(this.Key));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("resources");
            foreach (var resource in this.Resources)
            {
                this.WriteResource(json, resource);
            }

            json.WriteEndArray();
            json.WriteStartObject("metadata");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        Output.AtomicFile.Write(file, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    /// <summary>Whether a value of the state and a value of the program are the same.</summary>
    public bool Same(PropertyValue? old, PropertyValue? now)
    {
        if (old is null or { Kind: PropertyKind.Null } || now is null or { Kind: PropertyKind.Null })
        {
            return old is null or { Kind: PropertyKind.Null } && now is null or { Kind: PropertyKind.Null };
        }

        if (old.Kind == PropertyKind.Secret && old.Inner is { Kind: PropertyKind.Text, Text: var text } && text.StartsWith(DigestPrefix, StringComparison.Ordinal))
        {
            return now.Kind == PropertyKind.Secret && this.Digest(now.Inner) == text;
        }

        if (old.Kind == PropertyKind.Secret || now.Kind == PropertyKind.Secret)
        {
            // A secret that somebody else encrypted cannot be compared; it counts as it was.
            return old.Kind == now.Kind && (old.Inner.Kind == PropertyKind.Unknown || this.Same(old.Inner, now.Inner));
        }

        return old.Kind == now.Kind && old.Kind switch
        {
            PropertyKind.Boolean => old.Boolean == now.Boolean,
            PropertyKind.Number => old.Number.Equals(now.Number),
            PropertyKind.Text => old.Text == now.Text,
            PropertyKind.Unknown => false,
            PropertyKind.List => old.Items.Count == now.Items.Count && old.Items.Zip(now.Items).All(pair => this.Same(pair.First, pair.Second)),
            _ => old.Members.Select(member => member.Key).Union(now.Members.Select(member => member.Key)).All(name => this.Same(old[name], now[name])),
        };
    }

    private static ResourceState ReadResource(JsonElement item)
    {
        var (inputs, outputs) = ResourceJson.Read("state", item);
        PropertyValue Map(string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Digests(value) : PropertyValue.MapOf([]);
        return new ResourceState
        {
            Urn = inputs.Urn,
            Type = inputs.Type,
            Name = inputs.Name,
            IsCustom = item.TryGetProperty("custom", out var custom) && custom.ValueKind == JsonValueKind.True,
            Parent = inputs.Parent,
            Id = inputs.Id,
            Inputs = Map("inputs"),
            Outputs = Map("outputs"),
            Dependencies = outputs.Dependencies,
            PropertyDependencies = outputs.PropertyDependencies,
            Provider = item.TryGetProperty("provider", out var provider) && provider.ValueKind == JsonValueKind.String ? provider.GetString() : null,
            Protect = inputs.Options.Protect,
            External = item.TryGetProperty("external", out var external) && external.ValueKind == JsonValueKind.True,
            Options = inputs.Options,
        };
    }

    // Like any reader, but keeps the digests that stand for secrets.
    private static PropertyValue Digests(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty(Markers.SignatureKey, out var signature) && signature.ValueKind == JsonValueKind.String && signature.GetString() == Markers.SecretSignature:
                return value.TryGetProperty("ciphertext", out var cipher) && cipher.GetString() is { } text && text.StartsWith(DigestPrefix, StringComparison.Ordinal) ? PropertyValue.SecretOf(PropertyValue.Of(text)) : PropertyValue.FromJson(value);
            case JsonValueKind.Object when !value.TryGetProperty(Markers.SignatureKey, out _):
                return PropertyValue.MapOf(value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Digests(member.Value))));
            case JsonValueKind.Array:
                return PropertyValue.ListOf(value.EnumerateArray().Select(Digests));
            default:
                return PropertyValue.FromJson(value);
        }
    }

    private void WriteResource(Utf8JsonWriter json, ResourceState resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteBoolean("custom", resource.IsCustom);
        if (resource.Id is { } id)
        {
            json.WriteString("id", id);
        }

        json.WriteString("type", resource.Type);
        this.WriteMap(json, "inputs", resource.Inputs);
        this.WriteMap(json, "outputs", resource.Outputs);
        if (resource.Parent is { } parent)
        {
            json.WriteString("parent", parent);
        }

        if (resource.Protect)
        {
            json.WriteBoolean("protect", true);
        }

        if (resource.External)
        {
            json.WriteBoolean("external", true);
        }

        WriteTexts(json, "dependencies", resource.Dependencies);
        if (resource.Provider is { Length: > 0 } provider)
        {
            json.WriteString("provider", provider);
        }

        if (resource.PropertyDependencies.Count > 0)
        {
            json.WriteStartObject("propertyDependencies");
            foreach (var (name, urns) in resource.PropertyDependencies.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray(name);
                foreach (var urn in urns)
                {
                    json.WriteStringValue(urn);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        WriteTexts(json, "additionalSecretOutputs", resource.Options.AdditionalSecretOutputs);
        WriteTexts(json, "ignoreChanges", resource.Options.IgnoreChanges);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    private void WriteMap(Utf8JsonWriter json, string name, PropertyValue map)
    {
        if (map.Members.Count > 0)
        {
            json.WritePropertyName(name);
            this.WriteValue(json, map);
        }
    }

    private void WriteValue(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                json.WriteBooleanValue(value.Boolean);
                break;
            case PropertyKind.Number:
                json.WriteNumberValue(value.Number);
                break;
            case PropertyKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case PropertyKind.Unknown:
                json.WriteStringValue(Markers.UnknownText);
                break;
            case PropertyKind.List:
                json.WriteStartArray();
                foreach (var item in value.Items)
                {
                    this.WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case PropertyKind.Map or PropertyKind.Asset:
                json.WriteStartObject();
                if (value.Kind == PropertyKind.Asset)
                {
                    json.WriteString(Markers.SignatureKey, value["assets"] is null ? Markers.AssetSignature : Markers.ArchiveSignature);
                }

                foreach (var (name, member) in value.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(name);
                    this.WriteValue(json, member);
                }

                json.WriteEndObject();
                break;
            case PropertyKind.Secret:
                json.WriteStartObject();
                json.WriteString(Markers.SignatureKey, Markers.SecretSignature);
                json.WriteString("ciphertext", value.Inner is { Kind: PropertyKind.Text, Text: var text } && text.StartsWith(DigestPrefix, StringComparison.Ordinal) ? text : this.Digest(value.Inner));
                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private string Digest(PropertyValue value) => DigestPrefix + Convert.ToBase64String(HMACSHA256.HashData(this.Key, CrossGuard.WireProperties.ToStruct(PropertyValue.MapOf([KeyValuePair.Create("value", Sorted(value))]))));

    private static PropertyValue Sorted(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Map => PropertyValue.MapOf(value.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        PropertyKind.List => PropertyValue.ListOf(value.Items.Select(Sorted)),
        _ => value,
    };
}
