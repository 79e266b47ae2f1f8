using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns a deserialised value into the type that a property or result has.</summary>
internal static class Converter
{
    private static readonly JsonElement NullElement = JsonDocument.Parse("null").RootElement;

    /// <summary>The value as the type. A mismatch hands a message to <paramref name="warn"/> and yields the type's default.</summary>
    public static object? Convert(string place, object? value, Type type, Action<string> warn)
    {
        var (converted, problem) = TryConvert(place, value, type);
        if (problem is null)
        {
            return converted;
        }

        warn(problem);
        return Default(type);
    }

    /// <summary>The output's data as the type.</summary>
    public static OutputData<T> Convert<T>(string place, OutputData<object?> data, Action<string> warn) =>
        data.With(data.IsKnown && Convert(place, data.Value, typeof(T), warn) is T value ? value : data.IsKnown && Default(typeof(T)) is T fallback ? fallback : default!);

    private static (object? Value, string? Problem) TryConvert(string place, object? value, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type);
        if (value is null)
        {
            return (type == typeof(JsonElement) ? NullElement : Default(type), null);
        }

        type = inner ?? type;
        if (type == typeof(object))
        {
            return (value, null);
        }

        if (type == typeof(string) || type == typeof(bool) || type == typeof(double))
        {
            return value.GetType() == type ? (value, null) : Mismatch(place, value, type);
        }

        if (type == typeof(int))
        {
            return value is double number ? ((int)number, null) : Mismatch(place, value, typeof(double));
        }

        if (type == typeof(JsonElement))
        {
            return (ToJson(value), null);
        }

        if (typeof(AssetOrArchive).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type))
        {
            return type.IsInstanceOfType(value) ? (value, null) : Mismatch(place, value, type);
        }

        if (type.IsEnum)
        {
            return value is double member ? (Enum.ToObject(type, (int)member), null) : Mismatch(place, value, typeof(double));
        }

        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            var constructor = type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance, [value.GetType()]);
            return constructor is null ? Mismatch(place, value, typeof(string)) : (constructor.Invoke([value]), null);
        }

        if (type.IsGenericType)
        {
            return Generic(place, value, type);
        }

        if (type.IsInterface && type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is { } discriminator)
        {
            return Case(place, value, type, discriminator.PropertyName);
        }

        return Object(place, value, type);
    }

    private static (object? Value, string? Problem) Generic(string place, object value, Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (definition == typeof(Union<,>))
        {
            for (var i = 0; i < 2; i++)
            {
                var (one, mismatch) = TryConvert(place, value, arguments[i]);
                if (mismatch is null)
                {
                    return (type.GetMethod(i == 0 ? "FromT0" : "FromT1")!.Invoke(null, [one]), null);
                }
            }

            return (null, $"Expected {arguments[0].FullName} or {arguments[1].FullName} but got {value.GetType().FullName} deserializing {place}");
        }

        if (definition == typeof(ImmutableArray<>))
        {
            return value is ImmutableArray<object?> items ? Call(nameof(Array), place, items, arguments[0]) : Mismatch(place, value, typeof(ImmutableArray<object>));
        }

        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
        {
            return value is ImmutableDictionary<string, object?> map ? Call(nameof(Dictionary), place, map, arguments[1]) : Mismatch(place, value, typeof(ImmutableDictionary<string, object>));
        }

        if (definition == typeof(Output<>))
        {
            var (one, mismatch) = TryConvert(place, value, arguments[0]);
            return mismatch is null ? Call(nameof(Wrap), place, one!, arguments[0]) : (null, mismatch);
        }

        return Object(place, value, type);
    }

    private static (object?, string?) Call(string method, string place, object? value, Type element) =>
        ((object?, string?))typeof(Converter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [place, value])!;

    private static (object?, string?) Array<T>(string place, ImmutableArray<object?> items)
    {
        var converted = ImmutableArray.CreateBuilder<T>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            var (one, problem) = TryConvert($"{place}[{i}]", items[i], typeof(T));
            if (problem is not null)
            {
                return (null, problem);
            }

            converted.Add((T)one!);
        }

        return (converted.MoveToImmutable(), null);
    }

    private static (object?, string?) Dictionary<T>(string place, ImmutableDictionary<string, object?> map)
    {
        var converted = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var (key, value) in map)
        {
            var (one, problem) = TryConvert($"{place}[{key}]", value, typeof(T));
            if (problem is not null)
            {
                return (null, problem);
            }

            converted[key] = (T)one!;
        }

        return (converted.ToImmutable(), null);
    }

    private static (object?, string?) Wrap<T>(string place, object? value) => (Output.Create((T)value!), null);

    private static (object?, string?) Case(string place, object value, Type type, string discriminator)
    {
        if (value is not ImmutableDictionary<string, object?> map || !map.TryGetValue(discriminator, out var tag))
        {
            return (null, $"Expected a value with the discriminator '{discriminator}' but got {value.GetType().FullName} deserializing {place}");
        }

        var found = type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().FirstOrDefault(one => one.Tag == tag as string);
        return found is null ? (null, $"Unknown value '{tag}' of the discriminator '{discriminator}' deserializing {place}") : Object(place, value, found.Type);
    }

    private static (object?, string?) Object(string place, object value, Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(one => one.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        if (constructor is null || type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            return (null, $"Unexpected target type {type.FullName} when deserializing {place}");
        }

        if (value is not ImmutableDictionary<string, object?> map)
        {
            return Mismatch(place, value, typeof(ImmutableDictionary<string, object>));
        }

        var parameters = constructor.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var name = parameters[i].GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameters[i].Name!;
            var (one, problem) = TryConvert($"{place}({name})", map.GetValueOrDefault(name), parameters[i].ParameterType);
            if (problem is not null)
            {
                return (null, problem);
            }

            arguments[i] = one;
        }

        return (constructor.Invoke(arguments), null);
    }

    private static (object?, string?) Mismatch(string place, object value, Type expected) => (null, $"Expected {expected.FullName} but got {value.GetType().FullName} deserializing {place}");

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static JsonElement ToJson(object value) => JsonDocument.Parse(JsonText.Of(Tree(value))).RootElement;

    private static object? Tree(object? value) => value switch
    {
        ImmutableArray<object?> items => items.Select(Tree).ToList(),
        ImmutableDictionary<string, object?> map => map.ToDictionary(member => member.Key, member => Tree(member.Value)),
        null or bool or double or string => value,
        _ => throw new InvalidOperationException($"A value of type {value.GetType().FullName} has no JSON form."),
    };
}
