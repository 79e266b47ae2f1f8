using System.Text.Json;
using Google.Protobuf;
using Json.Schema;
using LlmOpsSecure.Cli.Readers;
using LlmOpsSecure.CrossGuard;
using LlmOpsSecure.Policies.Model;
using LlmOpsSecure.Protocol;

namespace LlmOpsSecure.Cli.Engine.Packs;

/// <summary>
/// The configuration of a pack, layer over layer as the Pulumi engine lays them: what the policies say of themselves, what the pack starts with, what the file says; in each layer <c>all</c> comes first. The result
/// is held to the policies' schemas.
/// </summary>
internal static class PackConfiguration
{
    private const string All = "all";

    /// <summary>The message that configures a pack.</summary>
    /// <param name="pack">The pack, for messages.</param>
    /// <param name="info">What the pack says of itself.</param>
    /// <param name="file">The configuration file; null for none.</param>
    public static ConfigureAnalyzerRequest Of(string pack, AnalyzerInfo info, string? file)
    {
        var merged = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var policy in info.Policies)
        {
            merged[policy.Name] = new(policy.EnforcementLevel, Defaults(policy));
        }

        Lay(merged, info.InitialConfig.ToDictionary(entry => entry.Key, entry => new Entry(entry.Value.EnforcementLevel, EngineValues.FromStruct(entry.Value.Properties.Memory))));
        Lay(merged, file is null ? [] : Read(file));
        var request = new ConfigureAnalyzerRequest();
        foreach (var (name, entry) in merged)
        {
            request.PolicyConfig[name] = new PolicyConfig
            {
                EnforcementLevel = entry.Level ?? throw new InputException($"{file}: {name}", $"the pack has no policy of that name, so its enforcementLevel must be given; its policies are {string.Join(", ", info.Policies.Select(policy => policy.Name))}"),
                Properties = ByteString.CopyFrom(WireProperties.ToStruct(entry.Properties)),
            };
        }

        foreach (var policy in info.Policies)
        {
            Validate(file ?? pack, policy, merged[policy.Name].Properties);
        }

        return request;
    }

    private static void Lay(SortedDictionary<string, Entry> merged, Dictionary<string, Entry> layer)
    {
        if (layer.TryGetValue(All, out var all) && all.Level is { } level)
        {
            foreach (var name in merged.Keys.ToList())
            {
                merged[name] = merged[name] with { Level = level };
            }
        }

        foreach (var (name, given) in layer)
        {
            var under = merged.GetValueOrDefault(name) ?? new(null, EngineValues.Empty);
            merged[name] = new(given.Level ?? under.Level, given.Properties.Members.Aggregate(under.Properties, (map, member) => EngineValues.With(map, member.Key, member.Value)));
        }
    }

    private static PropertyValue Defaults(LlmOpsSecure.Protocol.PolicyInfo policy) => PropertyValue.MapOf((policy.ConfigSchema is { } schema ? EngineValues.FromStruct(schema.Properties.Memory).Members : [])
        .Where(member => member.Value["default"] is not null).Select(member => KeyValuePair.Create(member.Key, member.Value["default"]!)));

    private static Dictionary<string, Entry> Read(string file)
    {
        var root = InputFile.ReadJson(file);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InputException(file, "a policy configuration must be an object of policy names");
        }

        var layer = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in root.EnumerateObject())
        {
            var place = $"{file}: {entry.Name}";
            layer[entry.Name] = entry.Name == "environments" ? throw new InputException(place, "environments are kept in the Pulumi cloud, which this command never asks") : entry.Value.ValueKind switch
            {
                JsonValueKind.String => new(Level(place, entry.Value), EngineValues.Empty),
                JsonValueKind.Object => new(
                    entry.Value.TryGetProperty("enforcementLevel", out var level) ? Level($"{place}.enforcementLevel", level) : null,
                    PropertyValue.MapOf(entry.Value.EnumerateObject().Where(member => member.Name != "enforcementLevel").Select(member => KeyValuePair.Create(member.Name, PropertyValue.FromJson(member.Value))))),
                _ => throw new InputException(place, "it must be an enforcement level or an object"),
            };
        }

        return layer;
    }

    private static EnforcementLevel Level(string place, JsonElement value) => (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
    {
        "advisory" => EnforcementLevel.Advisory,
        "mandatory" => EnforcementLevel.Mandatory,
        "remediate" => EnforcementLevel.Remediate,
        "disabled" => EnforcementLevel.Disabled,
        _ => throw new InputException(place, $"the enforcement level must be advisory, mandatory, remediate or disabled, but is {value.GetRawText()}"),
    };

    private static void Validate(string place, LlmOpsSecure.Protocol.PolicyInfo policy, PropertyValue properties)
    {
        if (policy.ConfigSchema is not { } given)
        {
            return;
        }

        var schema = PropertyValue.MapOf(
        [
            KeyValuePair.Create("type", PropertyValue.Of("object")),
            KeyValuePair.Create("properties", EngineValues.FromStruct(given.Properties.Memory)),
            KeyValuePair.Create("required", PropertyValue.ListOf(given.Required.Select(PropertyValue.Of))),
        ]);
        EvaluationResults results;
        try
        {
            results = JsonSchema.FromText(ToJson(schema)).Evaluate(JsonDocument.Parse(ToJson(properties)).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        }
        catch (Exception error) when (error is JsonException or JsonSchemaException or ArgumentException or InvalidOperationException)
        {
            throw new PackException(place, $"the configuration schema of '{policy.Name}' is broken: {error.Message}");
        }

        if (!results.IsValid)
        {
            var problems = (results.Details ?? []).Prepend(results).Where(detail => detail.Errors is { Count: > 0 })
                .SelectMany(detail => detail.Errors!.Values.Select(text => $"{policy.Name}{detail.InstanceLocation.ToString().Replace('/', '.')}: {text}")).Distinct();
            throw new InputException(place, $"the policy configuration does not fit: {string.Join("; ", problems)}");
        }
    }

    private static string ToJson(PropertyValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            StateValues.Write(json, value, null);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed record Entry(EnforcementLevel? Level, PropertyValue Properties);
}
