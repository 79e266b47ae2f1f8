using System.Text.Json;
using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Cli.Readers;

/// <summary>Reads a resource in the form that states and previews share.</summary>
internal static class ResourceJson
{
    private static readonly PropertyValue Nothing = PropertyValue.MapOf([]);

    public static (Resource Inputs, Resource Outputs) Read(string place, JsonElement item)
    {
        var urn = Text(item, "urn") ?? throw new InputException(place, "a resource must have a text 'urn', but it has none");
        var type = Text(item, "type") ?? TypeOf(urn);
        var inputs = Properties(place, item, "inputs");
        var outputs = Properties(place, item, "outputs");
        Resource Make(PropertyValue properties) => new()
        {
            Type = type,
            Name = NameOf(urn),
            Urn = urn,
            Properties = properties,
            Id = Text(item, "id"),
            Parent = Text(item, "parent"),
            Dependencies = Texts(item, "dependencies"),
            PropertyDependencies = item.TryGetProperty("propertyDependencies", out var map) && map.ValueKind == JsonValueKind.Object
                ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => Strings(entry.Value))
                : new Dictionary<string, IReadOnlyList<string>>(),
            Options = new ResourceOptions
            {
                Protect = item.TryGetProperty("protect", out var protect) && protect.ValueKind == JsonValueKind.True,
                IgnoreChanges = Texts(item, "ignoreChanges"),
                AdditionalSecretOutputs = Texts(item, "additionalSecretOutputs"),
                Aliases = Texts(item, "aliases"),
            },
            Source = Position(item),
        };

        // Where nothing was computed yet, the inputs are all there is.
        return (Make(inputs ?? outputs ?? Nothing), Make(outputs is null || outputs.Members.Count == 0 ? inputs ?? Nothing : inputs is null ? outputs : Over(inputs, outputs)));
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

    private static PropertyValue Over(PropertyValue inputs, PropertyValue outputs) =>
        PropertyValue.MapOf(inputs.Members.Where(member => outputs[member.Key] is null).Concat(outputs.Members));

    private static PropertyValue? Properties(string place, JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object ? PropertyValue.FromJson(value) is { Kind: PropertyKind.Map } map ? map : Nothing
            : throw new InputException($"{place}.{name}", $"it must be an object, but is {StateReader.Kind(value)}");
    }

    private static SourceLocation? Position(JsonElement item)
    {
        // project:///index.ts#12,3
        var text = Text(item, "sourcePosition");
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

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? Strings(value) : [];

    private static IReadOnlyList<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : [];
}
