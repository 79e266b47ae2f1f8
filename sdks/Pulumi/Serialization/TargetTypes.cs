using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Which types a property, a result or a dictionary of arguments may have.</summary>
internal static class TargetTypes
{
    private static readonly HashSet<Type> Leaves =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(Asset), typeof(Archive), typeof(AssetOrArchive), typeof(JsonElement),
    ];

    private static readonly ConcurrentDictionary<Type, bool> Allowed = new();

    /// <summary>Nothing, if the type and all that it holds is allowed; otherwise an <see cref="InvalidOperationException"/> that names the place.</summary>
    public static void Check(string place, Type type)
    {
        if (!Allowed.ContainsKey(type))
        {
            Check(place, type, []);
            Allowed[type] = true;
        }
    }

    /// <summary>The constructor that makes the object from its members: the marked one, or else the only public one.</summary>
    public static ConstructorInfo? ConstructorOf(Type type)
    {
        var all = type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance);
        return Array.Find(all, one => one.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? (all.Where(one => one.IsPublic).Take(2).ToList() is [var only] ? only : null);
    }

    // Types may hold themselves: each is looked into once.
    private static void Check(string place, Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || Leaves.Contains(type) || typeof(Resource).IsAssignableFrom(type) || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int)))
        {
            return;
        }

        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            CheckEnum(type);
        }
        else if (type.IsConstructedGenericType)
        {
            CheckGeneric(place, type, seen);
        }
        else if (type.IsInterface && type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is not null)
        {
            foreach (var one in type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>())
            {
                if (!type.IsAssignableFrom(one.Type))
                {
                    throw new InvalidOperationException($"{type.FullName} had [{nameof(DiscriminatedUnionCaseAttribute)}(\"{one.Tag}\")] with type {one.Type.FullName} that is not assignable to {type.FullName}.");
                }

                Check($"{type.FullName}(\"{one.Tag}\")", one.Type, seen);
            }
        }
        else
        {
            CheckObject(place, type, seen);
        }
    }

    private static void CheckEnum(Type type)
    {
        foreach (var value in new[] { typeof(string), typeof(double) })
        {
            if (type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [value]) is null)
            {
                continue;
            }

            if (type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])?.ReturnType != value)
            {
                throw new InvalidOperationException($"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain an explicit conversion operator to {value.FullName}.");
            }

            return;
        }

        throw new InvalidOperationException($"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain constructor with a single String or Double parameter.");
    }

    private static void CheckGeneric(string place, Type type, HashSet<Type> seen)
    {
        var (definition, arguments) = (type.GetGenericTypeDefinition(), type.GenericTypeArguments);
        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] != typeof(string))
        {
            throw new InvalidOperationException($"{place} contains invalid type {type.FullName}:\n    The only allowed ImmutableDictionary 'TKey' type is 'String'.");
        }

        if (definition != typeof(Nullable<>) && definition != typeof(Union<,>) && definition != typeof(ImmutableArray<>) && definition != typeof(ImmutableDictionary<,>) && definition != typeof(Output<>))
        {
            throw new InvalidOperationException($"{place} contains invalid type {type.FullName}:\n    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in arguments)
        {
            Check(place, argument, seen);
        }
    }

    private static void CheckObject(string place, Type type, HashSet<Type> seen)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw new InvalidOperationException($"""
                {place} contains invalid type {type.FullName}. Allowed types are:
                    String, Boolean, Int32, Double,
                    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or
                    a class explicitly marked with the [{nameof(OutputTypeAttribute)}].
                """);
        }

        var constructor = ConstructorOf(type)
            ?? throw new InvalidOperationException($"{type.FullName} had [{nameof(OutputTypeAttribute)}], but did not contain constructor marked with [{nameof(OutputConstructorAttribute)}].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{type.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }
}
