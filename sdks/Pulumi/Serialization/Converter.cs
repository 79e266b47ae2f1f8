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
        var (converted, problem) = TryConvert(place, value, type, warn);
        if (problem is null)
        {
            return converted;
        }

        warn(problem);
        return Default(type);
    }

    /// <summary>The output's data as the type.</summary>
    public static OutputData<T> Convert<T>(string place, OutputData<object?> data, Action<string> warn)
    {
        TargetTypes.Check(place, typeof(T));
        return data.With(data.IsKnown && Convert(place, data.Value, typeof(T), warn) is T value ? value : data.IsKnown && Default(typeof(T)) is T fallback ? fallback : default!);
    }

    private static (object? Value, string? Problem) TryConvert(string place, object? value, Type type, Action<string> warn)
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
            return Generic(place, value, type, warn);
        }

        if (type.IsInterface && type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is { } discriminator)
        {
            return Case(place, value, type, discriminator.PropertyName, warn);
        }

        return Object(place, value, type, warn);
    }

    private static (object? Value, string? Problem) Generic(string place, object value, Type type, Action<string> warn)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (definition == typeof(Union<,>))
        {
            for (var i = 0; i < 2; i++)
            {
                var (one, mismatch) = TryConvert($"{place}.AsT{i}", value, arguments[i], warn);
                if (mismatch is null)
                {
                    return (type.GetMethod(i == 0 ? "FromT0" : "FromT1")!.Invoke(null, [one]), null);
                }
            }

            return (null, $"Expected {arguments[0].FullName} or {arguments[1].FullName} but got {value.GetType().FullName} deserializing {place}");
        }

        if (definition == typeof(ImmutableArray<>))
        {
            return value is ImmutableArray<object?> items ? Call(nameof(Array), place, items, arguments[0], warn) : Mismatch(place, value, typeof(ImmutableArray<object>));
        }

        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
        {
            return value is ImmutableDictionary<string, object?> map ? Call(nameof(Dictionary), place, map, arguments[1], warn) : Mismatch(place, value, typeof(ImmutableDictionary<string, object>));
        }

        if (definition == typeof(Output<>))
        {
            var (one, mismatch) = TryConvert(place, value, arguments[0], warn);
            return mismatch is null ? Call(nameof(Wrap), place, one!, arguments[0], warn) : (null, mismatch);
        }

        return Object(place, value, type, warn);
    }

    private static (object?, string?) Call(string method, string place, object? value, Type element, Action<string> warn) =>
        ((object?, string?))typeof(Converter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [place, value, warn])!;

    // What does not fit inside of a list or map is reported and becomes the default; the rest stays.
    private static (object?, string?) Array<T>(string place, ImmutableArray<object?> items, Action<string> warn) =>
        (items.Select(item => (T)Convert(place, item, typeof(T), warn)!).ToImmutableArray(), null);

    private static (object?, string?) Dictionary<T>(string place, ImmutableDictionary<string, object?> map, Action<string> warn) =>
        (map.ToImmutableDictionary(member => member.Key, member => (T)Convert(place, member.Value, typeof(T), warn)!), null);

    private static (object?, string?) Wrap<T>(string place, object? value, Action<string> warn) => (Output.Create((T)value!), null);

    private static (object?, string?) Case(string place, object value, Type type, string discriminator, Action<string> warn)
    {
        if (value is not ImmutableDictionary<string, object?> map)
        {
            return (null, $"Expected {typeof(ImmutableDictionary<string, object>).FullName} with discriminator property \"{discriminator}\" but got {value.GetType().FullName} deserializing {place}");
        }

        var cases = type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().ToList();
        var expected = string.Join(", ", cases.Select(one => one.Tag).Order(StringComparer.Ordinal));
        if (map.GetValueOrDefault(discriminator) is not string tag)
        {
            return (null, $"missing discriminator property \"{discriminator}\"; expected one of: {expected} deserializing {place}");
        }

        return cases.Find(one => one.Tag == tag) is { } found
            ? TryConvert(place, value, found.Type, warn)
            : (null, $"unknown \"{discriminator}\" value \"{tag}\"; expected one of: {expected} deserializing {place}");
    }

    private static (object?, string?) Object(string place, object value, Type type, Action<string> warn)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            return (null, $"Unexpected target type {type.FullName} when deserializing {place}");
        }

        if (TargetTypes.ConstructorOf(type) is not { } constructor)
        {
            return (null, $"Expected target type {type.FullName} to have [{nameof(OutputConstructorAttribute)}] constructor when deserializing {place}");
        }

        if (value is not ImmutableDictionary<string, object?> map)
        {
            return Mismatch(place, value, typeof(ImmutableDictionary<string, object>));
        }

        return (constructor.Invoke([.. constructor.GetParameters().Select(Argument)]), null);

        object? Argument(ParameterInfo parameter)
        {
            var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
            return Convert($"{type.FullName}({parameter.Name})", map.GetValueOrDefault(name), parameter.ParameterType, warn);
        }
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
