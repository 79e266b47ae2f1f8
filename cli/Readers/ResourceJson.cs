using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads the resources of one document in the form that states and previews share.</summary>
/// <param name="isBlinded">Whether the document has <c>[secret]</c> for every secret.</param>
internal sealed class ResourceJson(bool isBlinded = false)
{
    private static readonly PropertyValue Nothing = PropertyValue.MapOf([]);
    private static readonly Dictionary<string, IReadOnlyList<string>> NoDependencies = [];

    private readonly TextPool texts = new();

    public (Resource Inputs, Resource Outputs) Read(string place, JsonElement item)
    {
        var urn = this.Text(item, "urn") ?? throw new InputException(place, "a resource must have a text 'urn', but it has none");
        var inputs = this.Properties(place, item, "inputs");
        var outputs = item.TryGetProperty("outputs", out var computed) && computed.ValueKind == JsonValueKind.Object && computed.GetPropertyCount() == 0 ? null : this.Properties(place, item, "outputs");
        var resource = new Resource
        {
            Type = this.Text(item, "type") ?? TypeOf(urn),
            Name = NameOf(urn),
            Urn = urn,
            // Where nothing was computed yet, the inputs are all there is.
            Properties = inputs ?? outputs ?? Nothing,
            Id = this.Text(item, "id"),
            Parent = this.Text(item, "parent"),
            Dependencies = this.Texts(item, "dependencies"),
            PropertyDependencies = item.TryGetProperty("propertyDependencies", out var map) && map.ValueKind == JsonValueKind.Object && map.GetPropertyCount() > 0
                ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => this.Texts(entry.Value))
                : NoDependencies,
            Options = this.Options(item),
            Source = this.Position(item),
        };
        return (resource, resource.With(outputs is null ? inputs ?? Nothing : inputs is null ? outputs : new LayeredValue(inputs, outputs)));
    }

    public static JudgedInput Judged(string name, InputKind kind, IReadOnlyList<(Resource Inputs, Resource Outputs)> resources, bool isPreview, IReadOnlyList<string> notes)
    {
        var first = resources.Count > 0 ? resources[0].Inputs.Urn.Split("::") : null;
        var stack = new Stack([.. resources.Select(resource => resource.Outputs)])
        {
            IsPreview = isPreview,
            Name = first is { Length: > 0 } && first[0].StartsWith("urn:pulumi:", StringComparison.Ordinal) ? first[0]["urn:pulumi:".Length..] : "",
            Project = first is { Length: > 1 } ? first[1] : "",
        };
        return new(name, kind, [.. resources.Select(resource => resource.Inputs)], stack, notes);
    }

    public static string TypeOf(string urn) => urn.Split("::") is { Length: >= 4 } parts ? parts[2].Split('$')[^1] : "";

    public static string NameOf(string urn) => urn.Split("::") is { Length: >= 4 } parts ? string.Join("::", parts[3..]) : urn;

    private ResourceOptions Options(JsonElement item)
    {
        var (ignored, secret, aliases) = (this.Texts(item, "ignoreChanges"), this.Texts(item, "additionalSecretOutputs"), this.Texts(item, "aliases"));
        var isProtected = item.TryGetProperty("protect", out var protect) && protect.ValueKind == JsonValueKind.True;
        return !isProtected && ignored.Count + secret.Count + aliases.Count == 0 ? ResourceOptions.None
            : new ResourceOptions { Protect = isProtected, IgnoreChanges = ignored, AdditionalSecretOutputs = secret, Aliases = aliases };
    }

    private PropertyValue? Properties(string place, JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object ? PropertyValue.FromJson(value, isBlinded) is { Kind: PropertyKind.Map } map ? map : Nothing
            : throw new InputException($"{place}.{name}", $"it must be an object, but is {StateReader.Kind(value)}");
    }

    private SourceLocation? Position(JsonElement item)
    {
        // project:///index.ts#12,3
        var text = this.Text(item, "sourcePosition");
        var hash = text?.LastIndexOf('#') ?? -1;
        if (text is null || hash < 0)
        {
            return null;
        }

        var numbers = text[(hash + 1)..].Split(',');
        var file = text[..hash];
        file = file.StartsWith("project:///", StringComparison.Ordinal) ? file["project:///".Length..] : file;
        return int.TryParse(numbers[0], out var line) ? new(file, line, numbers.Length > 1 && int.TryParse(numbers[1], out var column) ? column : 0) : null;
    }

    private string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? this.texts[value.GetString()!] : null;

    private IReadOnlyList<string> Texts(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? this.Texts(value) : [];

    private IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? [.. value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => this.texts[one.GetString()!])] : [];
}
