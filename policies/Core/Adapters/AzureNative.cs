using LlmOpsSecure.Policies.Model;

namespace LlmOpsSecure.Policies.Adapters;

/// <summary>Shows resources of <c>azure-native</c> as those of <c>azure</c>, so that one policy is about both. The table is <c>azure-native.txt</c>.</summary>
public static class AzureNative
{
    /// <summary>The prefix of the types.</summary>
    public const string Prefix = "azure-native:";

    private const string Pool = "containerservice:AgentPool";
    private static readonly Dictionary<string, List<NativeType>> Table = Read();

    // The built-in roles that policies know only by name.
    private static readonly Dictionary<string, string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["090c5cfd-751d-490a-894a-3ce6f1109419"] = "Azure Service Bus Data Owner",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
    };

    /// <summary>The types that are known, without the prefix and version; for each the <c>azure</c> type that it is shown as, with the paths of that one's properties.</summary>
    public static IEnumerable<(string Native, string Type, IReadOnlyList<string> Properties)> Types =>
        Table.SelectMany(entry => entry.Value.Select(type => (entry.Key, type.Type, (IReadOnlyList<string>)[.. type.Properties.SelectMany(Paths)])));

    /// <summary>The resource as <c>azure</c> has it: one resource, and one more for each further pool of a cluster; none for a type that is not known.</summary>
    public static IEnumerable<Resource> Views(Resource resource)
    {
        var name = TypeToken.Canonical(resource.Type)[Prefix.Length..];
        if (!Table.TryGetValue(name, out var types) || types.Find(type => type.IsFor(resource)) is not { } entry)
        {
            yield break;
        }

        var properties = NativeProperty.Read(resource.Root, entry.Properties);
        var pools = name == "containerservice:ManagedCluster" ? resource["agentPoolProfiles"] : default;
        var first = pools.Resource is null ? default : pools.Items.FirstOrDefault();
        if (first.Resource is not null)
        {
            properties.Add(KeyValuePair.Create("defaultNodePool", PoolOf(first)));
        }
        else if (pools.Resource is not null && pools.IsUnknown)
        {
            properties.Add(KeyValuePair.Create("defaultNodePool", PropertyValue.Unknown));
        }

        if (name == "authorization:RoleAssignment" && resource["roleDefinitionId"].AsText is { } role && Roles.TryGetValue(role[(role.LastIndexOf('/') + 1)..], out var known))
        {
            properties.Add(KeyValuePair.Create("roleDefinitionName", (PropertyValue)new PlacedValue(resource["roleDefinitionId"].Place, PropertyValue.Of(known))));
        }

        if (name == "containerservice:ManagedCluster" && resource["serviceMeshProfile.istio.components.ingressGateways"].Items.Any(gateway => gateway["mode"].AsText == "External" && gateway["enabled"].AsBoolean == true))
        {
            properties = [.. properties.Where(member => member.Key != "serviceMeshProfile"), KeyValuePair.Create("serviceMeshProfile", PropertyValue.MapOf([KeyValuePair.Create("mode", PropertyValue.Of("Istio")), KeyValuePair.Create("externalIngressGatewayEnabled", PropertyValue.Of(true))]))];
        }

        yield return resource.As(entry.Type, PropertyValue.MapOf(properties), Dependencies(resource, entry.Properties));
        foreach (var pool in pools.Resource is null ? [] : pools.Items.Skip(1))
        {
            yield return resource.As(Table[Pool][0].Type, PoolOf(pool), resource.PropertyDependencies);
        }
    }

    private static PropertyValue PoolOf(Field pool)
    {
        var properties = NativeProperty.Read(pool, Table[Pool][0].Properties);
        properties.RemoveAll(member => member.Key == "name");
        if (pool["name"] is { IsAbsent: false } name)
        {
            properties.Add(KeyValuePair.Create("name", name.Value!));
        }

        if (pool["nodeTaints"].Items.Any(taint => taint.AsText == "CriticalAddonsOnly=true:NoSchedule"))
        {
            properties.Add(KeyValuePair.Create("onlyCriticalAddonsEnabled", PropertyValue.Of(true)));
        }

        return PropertyValue.MapOf(properties);
    }

    private static Dictionary<string, IReadOnlyList<string>> Dependencies(Resource resource, IReadOnlyList<NativeProperty> table)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var property in table.Where(property => property.Native.Length > 0))
        {
            if (resource.PropertyDependencies.TryGetValue(property.Native.Split('.')[0], out var urns))
            {
                found[property.Name.Split('.')[0]] = urns;
            }
        }

        return found;
    }

    private static IEnumerable<string> Paths(NativeProperty property) =>
        property.Item.Count == 0 ? [property.Name] : property.Item.SelectMany(Paths).Select(path => $"{property.Name}.{path}");

    private static Dictionary<string, List<NativeType>> Read()
    {
        using var stream = typeof(AzureNative).Assembly.GetManifestResourceStream("azure-native.txt")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, List<NativeType>>(StringComparer.Ordinal);
        List<NativeProperty> properties = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line.Split(" > ") is not [var native, var type])
            {
                NativeProperty.AddTo(properties, line);
                continue;
            }

            properties = properties.Count == 0 ? properties : []; // types that follow each other share what comes after them
            var words = native.Split(" if ", 2);
            (table.TryGetValue(words[0], out var known) ? known : table[words[0]] = []).Add(new(words.Length == 1 ? [] : words[1].Split(' ', 2), type, properties));
        }

        return table;
    }

    // A type as which some native resources of a type are shown: those that have a value at a path, or a text there that contains another.
    private sealed record NativeType(string[] Condition, string Type, List<NativeProperty> Properties)
    {
        public bool IsFor(Resource resource) => this.Condition switch
        {
            [] => true,
            [var path] => resource[path].IsKnown,
            [var path, var word, ..] => resource[path].AsText?.Contains(word, StringComparison.OrdinalIgnoreCase) == true,
        };
    }
}
