using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Finds the class for a resource type among the loaded assemblies, the first time that a reference to a resource arrives.</summary>
internal static class ResourceTypes
{
    private static readonly Lazy<Dictionary<string, Type>> ByToken = new(Scan);

    /// <summary>A resource of the class for the URN's type, hydrated from the engine by its URN; null if no class is known.</summary>
    public static Resource? Construct(string urn)
    {
        var type = urn.Split("::") is { Length: >= 4 } parts ? parts[2].Split('$')[^1] : "";
        var name = urn.Split("::") is { Length: >= 4 } all ? string.Join("::", all[3..]) : "";
        if (!ByToken.Value.TryGetValue(type, out var found))
        {
            return null;
        }

        var constructor = found.GetConstructors().FirstOrDefault(one => one.GetParameters() is { Length: 3 } parameters && parameters[0].ParameterType == typeof(string) && typeof(ResourceOptions).IsAssignableFrom(parameters[2].ParameterType));
        if (constructor is null)
        {
            return null;
        }

        var options = (ResourceOptions)Activator.CreateInstance(constructor.GetParameters()[2].ParameterType)!;
        options.Urn = urn;
        return (Resource)constructor.Invoke([name, null, options]);
    }

    private static Dictionary<string, Type> Scan()
    {
        var found = new Dictionary<string, Type>(StringComparer.Ordinal);
        var own = typeof(Resource).Assembly.GetName().Name;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(one => !one.IsDynamic && one.GetReferencedAssemblies().Any(reference => reference.Name == own)))
        {
            foreach (var type in assembly.GetTypes())
            {
                if (type.GetCustomAttribute<ResourceTypeAttribute>() is { } attribute)
                {
                    found.TryAdd(attribute.Type, type);
                }
            }
        }

        return found;
    }
}
