using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments of a resource, by their names on the wire.</summary>
/// <param name="dictionary">The arguments: values, inputs and outputs of the types that a property may have; another type throws <see cref="InvalidOperationException"/>.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> dictionary = DictionaryArgs.Check(dictionary, typeof(Output<>));

    internal override Task<ImmutableDictionary<string, object?>> ToDictionaryAsync() => Task.FromResult(this.dictionary);
}

/// <summary>Arguments of an invoke, by their names on the wire.</summary>
/// <param name="dictionary">The arguments: values, inputs and outputs of the types that a property may have; another type throws <see cref="InvalidOperationException"/>.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    private readonly ImmutableDictionary<string, object?> dictionary = DictionaryArgs.Check(dictionary, typeof(Output<>), typeof(Input<>));

    internal override Task<ImmutableDictionary<string, object?>> ToDictionaryAsync() => Task.FromResult(this.dictionary);
}

/// <summary>What both dictionaries check.</summary>
internal static class DictionaryArgs
{
    public static ImmutableDictionary<string, object?> Check(ImmutableDictionary<string, object?> dictionary, params Type[] wrappers)
    {
        foreach (var type in dictionary.Values.Where(value => value is not null).Select(value => value!.GetType()))
        {
            TargetTypes.Check(nameof(dictionary), type.IsGenericType && wrappers.Contains(type.GetGenericTypeDefinition()) ? type.GenericTypeArguments[0] : type);
        }

        return dictionary;
    }
}
