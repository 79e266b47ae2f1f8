using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Pulumi;

/// <summary>Arguments: members that carry an <see cref="InputAttribute"/>, sent under the names that it gives.</summary>
public abstract class InputArgs
{
    private static readonly ConcurrentDictionary<Type, Member[]> MembersOf = new();

    /// <summary>Nothing to set up.</summary>
    protected InputArgs()
    {
    }

    /// <summary>The members' values by their names on the wire; a required one that is null throws <see cref="ArgumentNullException"/>.</summary>
    internal virtual async Task<ImmutableDictionary<string, object?>> ToDictionaryAsync()
    {
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in MembersOf.GetOrAdd(this.GetType(), FindMembers))
        {
            var value = member.Get(this);
            if (value is null && member.Attribute.IsRequired)
            {
                throw new ArgumentNullException(member.Name, $"[Input] {this.GetType().FullName}.{member.Name} is required but was not given a value");
            }

            values[member.Attribute.Name] = value is not null && member.Attribute.Json ? await ToJsonAsync(member.Attribute.Name, value).ConfigureAwait(false) : value;
        }

        return values.ToImmutable();
    }

    private static Member[] FindMembers(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return
        [
            .. type.GetFields(All).Select(field => (Field: field, Attribute: field.GetCustomAttribute<InputAttribute>())).Where(pair => pair.Attribute is not null).Select(pair => new Member(pair.Field.Name, pair.Attribute!, pair.Field.GetValue)),
            .. type.GetProperties(All).Select(property => (Property: property, Attribute: property.GetCustomAttribute<InputAttribute>())).Where(pair => pair.Attribute is not null).Select(pair => new Member(pair.Property.Name, pair.Attribute!, pair.Property.GetValue)),
        ];
    }

    private static Task<Output<string?>> ToJsonAsync(string name, object value) => Task.FromResult(new Output<string?>(Write(name, value)));

    private static async Task<OutputData<string?>> Write(string name, object value)
    {
        var serializer = new Serialization.Serializer { JsonText = true };
        var tree = await serializer.SerializeAsync($"json.{name}", value).ConfigureAwait(false);
        return new([.. serializer.Resources], serializer.SawUnknown ? null : Serialization.JsonText.Of(tree), !serializer.SawUnknown, serializer.SawSecret);
    }

    private sealed record Member(string Name, InputAttribute Attribute, Func<object, object?> Get);
}

/// <summary>Arguments of a resource.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly ResourceArgs Empty = new EmptyArgs();

    /// <summary>Nothing to set up.</summary>
    protected ResourceArgs()
    {
    }

    private sealed class EmptyArgs : ResourceArgs;
}

/// <summary>Arguments of an invoke.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly InvokeArgs Empty = new EmptyArgs();

    /// <summary>Nothing to set up.</summary>
    protected InvokeArgs()
    {
    }

    private sealed class EmptyArgs : InvokeArgs;
}

/// <summary>Arguments of a method call.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new EmptyArgs();

    /// <summary>Nothing to set up.</summary>
    protected CallArgs()
    {
    }

    private sealed class EmptyArgs : CallArgs;
}
