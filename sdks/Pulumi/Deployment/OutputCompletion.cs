using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Fills an output property of a resource once the engine has answered.</summary>
internal abstract class OutputCompletion
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property, Type Value)[]> PropertiesOf = new();

    /// <summary>Fills the property with the data; a value of the wrong type is reported and becomes the default.</summary>
    public abstract void Set(string place, OutputData<object?> data, Action<string> warn);

    /// <summary>Makes the output fail.</summary>
    public abstract void Fail(Exception error);

    /// <summary>Gives every output property of a resource an output to be filled later, by its name on the wire.</summary>
    public static Dictionary<string, OutputCompletion> Prepare(Resource resource)
    {
        var completions = new Dictionary<string, OutputCompletion>(StringComparer.Ordinal);

        // A component that runs in this program sets its own outputs itself.
        var type = resource is ComponentResource { IsRemote: false } ? typeof(ComponentResource) : resource.GetType();
        foreach (var (name, property, value) in PropertiesOf.GetOrAdd(type, Find))
        {
            var completion = (OutputCompletion)Activator.CreateInstance(typeof(OutputCompletion<>).MakeGenericType(value), property, resource)!;
            completions[name] = completion;
        }

        return completions;
    }

    private static (string, PropertyInfo, Type)[] Find(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<OutputAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .Select(pair =>
            {
                var name = pair.Attribute!.Name ?? pair.Property.Name;
                var declared = pair.Property.DeclaringType!.GetProperty(pair.Property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)!;
                var place = $"[Output] {type.FullName}.{declared.Name}";
                if (!declared.PropertyType.IsConstructedGenericType || declared.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
                {
                    throw RunException.OutputsHaveIncorrectType([name]);
                }

                var value = declared.PropertyType.GenericTypeArguments[0];
                Serialization.TargetTypes.Check(place, value);
                return declared.SetMethod is null ? throw new InvalidOperationException($"{place} did not have a 'set' method") : (name, declared, value);
            }),
    ];
}

/// <inheritdoc/>
internal sealed class OutputCompletion<T> : OutputCompletion
{
    private readonly TaskCompletionSource<OutputData<T>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Resource resource;

    public OutputCompletion(PropertyInfo property, Resource resource)
    {
        this.resource = resource;
        property.SetValue(resource, new Output<T>(this.source.Task));
    }

    public override void Set(string place, OutputData<object?> data, Action<string> warn)
    {
        var converted = Serialization.Converter.Convert<T>(place, data, warn);
        this.source.TrySetResult(converted with { Resources = converted.Resources.Add(this.resource) });
    }

    public override void Fail(Exception error) => this.source.TrySetException(error);
}
