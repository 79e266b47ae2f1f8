using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using LlmOpsSecure.Protocol;

namespace Pulumi.Serialization;

/// <summary>Turns values into the tree of nulls, booleans, doubles, texts, lists and maps that goes on the wire, and collects the resources that they came from.</summary>
internal sealed class Serializer
{
    private readonly HashSet<Resource> resources = [];

    /// <summary>Whether the tree becomes JSON text: secrets are then not wrapped, as the text as a whole is.</summary>
    public bool JsonText { get; init; }

    /// <summary>Whether the engine understands resource references.</summary>
    public bool KeepResources { get; init; } = true;

    /// <summary>The resources that the values came from.</summary>
    public IReadOnlyCollection<Resource> Resources => this.resources;

    /// <summary>Whether any value was unknown.</summary>
    public bool SawUnknown { get; private set; }

    /// <summary>Whether any value was secret.</summary>
    public bool SawSecret { get; private set; }

    /// <summary>The tree of a value. A type that cannot be sent throws <see cref="InvalidOperationException"/>, naming the place.</summary>
    /// <param name="place">Where the value stands, for messages.</param>
    /// <param name="value">The value.</param>
    public async Task<object?> SerializeAsync(string place, object? value)
    {
        switch (value)
        {
            case null or bool or double or string or ValueTuple:
                return value is ValueTuple ? null : value;
            case int number:
                return (double)number;
            case InputArgs arguments:
                return await this.MapAsync(place, await arguments.ToDictionaryAsync().ConfigureAwait(false)).ConfigureAwait(false);
            case AssetOrArchive asset:
                return await this.AssetAsync(place, asset).ConfigureAwait(false);
            case IInput input when IsCollection(input):
                return await this.SerializeAsync($"{place}.id", input.Content).ConfigureAwait(false);
            case IInput input:
                return await this.SerializeAsync(input.Content is IOutput ? place : $"{place}.id", input.Content).ConfigureAwait(false);
            case IOutput output:
                return await this.OutputAsync(place, output).ConfigureAwait(false);
            case IUnion union:
                return await this.SerializeAsync(place, union.Value).ConfigureAwait(false);
            case JsonElement json:
                return Json(json);
            case Resource resource:
                return await this.ResourceAsync(place, resource).ConfigureAwait(false);
            case IDictionary map:
                return await this.MapAsync(place, Entries(place, map)).ConfigureAwait(false);
            case IList list:
                return await this.ListAsync(place, list).ConfigureAwait(false);
            case Enum member when member.GetType().GetEnumUnderlyingType() == typeof(int):
                return (double)(int)(object)member;
        }

        var type = value.GetType();
        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            var convert = type.GetMethods(BindingFlags.Public | BindingFlags.Static).First(method => method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)));
            return convert.Invoke(null, [value]);
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is not null)
        {
            var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value)));
            return await this.MapAsync(place, fields).ConfigureAwait(false);
        }

        throw new InvalidOperationException(value is Task
            ? $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{place}"
            : $"{type.FullName} is not a supported argument type.\n\t{place}");
    }

    private static bool IsCollection(IInput input) => input.Content is ICollection && input.GetType() is { IsGenericType: true } type && (type.GetGenericTypeDefinition() == typeof(InputList<>) || type.GetGenericTypeDefinition() == typeof(InputMap<>));

    private static IEnumerable<KeyValuePair<string, object?>> Entries(string place, IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return entry.Key is string key ? KeyValuePair.Create(key, entry.Value)
                : throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{place}");
        }
    }

    private static object? Json(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(Json).ToList(),
        JsonValueKind.Object => element.EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => Json(member.Value)),
        _ => null,
    };

    private async Task<object?> OutputAsync(string place, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        this.resources.UnionWith(data.Resources);
        this.SawSecret |= data.IsSecret;
        if (!data.IsKnown)
        {
            this.SawUnknown = true;
            return Signatures.Unknown;
        }

        var tree = await this.SerializeAsync($"{place}.id", data.Value).ConfigureAwait(false);
        return data.IsSecret && !this.JsonText ? new Dictionary<string, object?> { [Signatures.Key] = Signatures.Secret, ["value"] = tree } : tree;
    }

    private async Task<object?> ResourceAsync(string place, Resource resource)
    {
        this.resources.Add(resource);
        var urn = await this.SerializeAsync($"{place}.urn", resource.Urn).ConfigureAwait(false);
        if (resource is not CustomResource custom)
        {
            return this.KeepResources ? new Dictionary<string, object?> { [Signatures.Key] = Signatures.Resource, ["urn"] = urn } : urn;
        }

        var id = await this.SerializeAsync($"{place}.id", custom.Id).ConfigureAwait(false);
        return this.KeepResources
            ? new Dictionary<string, object?> { [Signatures.Key] = Signatures.Resource, ["urn"] = urn, ["id"] = id as string == Signatures.Unknown ? "" : id }
            : id;
    }

    private async Task<object?> AssetAsync(string place, AssetOrArchive asset) => new Dictionary<string, object?>
    {
        [Signatures.Key] = asset.Signature,
        [asset.Property] = await this.SerializeAsync($"{place}.{asset.Property}", asset.Value).ConfigureAwait(false),
    };

    // A null says that there is no such member; only a secret null is sent.
    private async Task<object?> MapAsync(string place, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            if (await this.SerializeAsync($"{place}.{key}", value).ConfigureAwait(false) is { } tree)
            {
                map[key] = tree;
            }
        }

        return map;
    }

    private async Task<object?> ListAsync(string place, IList list)
    {
        if (list.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(list)!)
        {
            return new List<object?>(); // an array that was never made has no items
        }

        var items = new List<object?>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            items.Add(await this.SerializeAsync($"{place}[{i}]", list[i]).ConfigureAwait(false));
        }

        return items;
    }
}
